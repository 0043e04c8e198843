/**
 * Who issues the certificates of phones: CAPF itself, or an authority elsewhere that is asked over SCEP or EST on the
 * phone's behalf. What an authority elsewhere says is believed only as far as a certificate of it that the
 * administrator named vouches for it. All of it blocks.
 */
@NullMarked
package org.keyline.trust.authority;

import org.jspecify.annotations.NullMarked;
