/** The measurements themselves, one class each. */
@NullMarked
package org.keyline.bench.run;

import org.jspecify.annotations.NullMarked;
