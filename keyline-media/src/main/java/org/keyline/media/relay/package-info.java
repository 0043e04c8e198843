/** The media termination point: two ports, each sending what the other receives. */
@NullMarked
package org.keyline.media.relay;

import org.jspecify.annotations.NullMarked;
