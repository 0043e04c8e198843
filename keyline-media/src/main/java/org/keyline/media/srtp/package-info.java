/** SRTP (RFC 3711) for one direction of a stream. The only place that knows the library which does it. */
@NullMarked
package org.keyline.media.srtp;

import org.jspecify.annotations.NullMarked;
