/** Sockets, threads and the clock: how packets come and go. All that happens to a port happens on one thread. */
@NullMarked
package org.keyline.media.stream;

import org.jspecify.annotations.NullMarked;
