/** Keys and X.509 certificates of a node: generating, naming, keeping in owner-only PEM files. */
@NullMarked
package org.keyline.trust.certificate;

import org.jspecify.annotations.NullMarked;
