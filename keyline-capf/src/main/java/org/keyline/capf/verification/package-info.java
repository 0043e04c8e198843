/**
 * Trust verification: phones ask whether they may trust a certificate, in which roles and for how long, when their
 * trust lists do not say. One request, one answer, over TLS; nothing is believed that the phone says of itself.
 */
@NullMarked
package org.keyline.capf.verification;

import org.jspecify.annotations.NullMarked;
