/** Recorded and composed sound, encoded once for each codec, and how it is played to a port. */
@NullMarked
package org.keyline.media.clip;

import org.jspecify.annotations.NullMarked;
