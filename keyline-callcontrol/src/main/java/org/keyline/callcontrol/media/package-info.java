/** Two-way media between the ends of a call: which codec, which streams, which keys, and when they are closed. */
@NullMarked
package org.keyline.callcontrol.media;

import org.jspecify.annotations.NullMarked;
