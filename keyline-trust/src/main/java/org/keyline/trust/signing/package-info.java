/** Who signs (a certificate and its private key, wherever that is kept) and with which digest. */
@NullMarked
package org.keyline.trust.signing;

import org.jspecify.annotations.NullMarked;
