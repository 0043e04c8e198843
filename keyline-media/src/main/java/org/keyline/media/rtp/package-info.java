/** What lies in packets: RTP (RFC 3550) and telephone events (RFC 4733). Bytes in, values out; no socket. */
@NullMarked
package org.keyline.media.rtp;

import org.jspecify.annotations.NullMarked;
