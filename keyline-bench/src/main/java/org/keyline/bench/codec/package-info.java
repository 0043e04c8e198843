/** How fast SCCP messages are read and written, and what that allocates. */
@NullMarked
package org.keyline.bench.codec;

import org.jspecify.annotations.NullMarked;
