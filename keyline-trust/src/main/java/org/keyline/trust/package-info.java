/** Keys, X.509, security tokens, trust lists, file signing and encryption, TLS profiles. */
@NullMarked
package org.keyline.trust;

import org.jspecify.annotations.NullMarked;
