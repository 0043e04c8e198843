/** How much bandwidth of locations the calls of this node take. */
@NullMarked
package org.keyline.processing.location;

import org.jspecify.annotations.NullMarked;
