/** Packets that come unevenly, played evenly. */
@NullMarked
package org.keyline.media.jitter;

import org.jspecify.annotations.NullMarked;
