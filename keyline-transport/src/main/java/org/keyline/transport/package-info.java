/** Sockets shared by every server: event loops, TLS from a trust profile, connection limits and deadlines. */
@NullMarked
package org.keyline.transport;

import org.jspecify.annotations.NullMarked;
