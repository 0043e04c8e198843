/**
 * Sockets shared by every server, so that no protocol writes them twice.
 *
 * <ol>
 *   <li>{@link org.keyline.transport.EventLoops}: one small group of threads a node for every socket.
 *   <li>{@link org.keyline.transport.TcpServer}: a listening port with limits, deadlines and counters; the protocol
 *       only adds its own handlers.
 *   <li>{@link org.keyline.trust.tls.TlsSettings}: TLS from a trust profile, exchanged whole on an open port when
 *       certificates change.
 * </ol>
 *
 * <p>A peer is never trusted to be quick, quiet or alone: it has a deadline for its handshake and its first message, it
 * must read what it is sent, and an address may open only so many connections.
 */
@NullMarked
package org.keyline.transport;

import org.jspecify.annotations.NullMarked;
