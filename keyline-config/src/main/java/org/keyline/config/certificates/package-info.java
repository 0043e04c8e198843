/** The certificates phones are known to have, and the outcomes of CAPF's operations on them. */
@NullMarked
package org.keyline.config.certificates;

import org.jspecify.annotations.NullMarked;
