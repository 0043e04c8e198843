/** How fast numbers are looked up in a large dial plan. */
@NullMarked
package org.keyline.bench.digits;

import org.jspecify.annotations.NullMarked;
