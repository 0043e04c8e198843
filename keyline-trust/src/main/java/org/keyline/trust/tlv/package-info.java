/** The tag-length-value encoding that trust lists and signed files share, and their signed header. */
@NullMarked
package org.keyline.trust.tlv;

import org.jspecify.annotations.NullMarked;
