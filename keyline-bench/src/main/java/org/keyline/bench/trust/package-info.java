/** Measurements of what the trust system does for phones: certificates issued, files signed. */
@NullMarked
package org.keyline.bench.trust;

import org.jspecify.annotations.NullMarked;
