package org.keyline.transport;

import java.time.Duration;

/**
 * What a listening port bears.
 *
 * @param total connections open at once
 * @param perAddress connections open at once from one address
 * @param backlog connections the system keeps waiting to be accepted
 * @param handshake how long a TLS handshake may take
 * @param firstMessage how long a peer may take until its first complete message, counted from the connection (plain) or
 *     the end of the handshake (TLS)
 * @param unsentBytes how much may wait for a peer that does not read
 * @param unread how long a peer may leave {@code unsentBytes} or more unread; zero closes it at once
 */
public record ConnectionLimits(
        int total,
        int perAddress,
        int backlog,
        Duration handshake,
        Duration firstMessage,
        int unsentBytes,
        Duration unread) {
    /**
     * What suits a signalling port: 20,000 connections; as many from one address, since a whole branch may stand behind
     * one translated address; ten seconds to speak; 128 KiB unsent.
     */
    public static final ConnectionLimits SIGNALLING = new ConnectionLimits(
            20_000, 20_000, 4_096, Duration.ofSeconds(10), Duration.ofSeconds(10), 128 * 1024, Duration.ZERO);

    public ConnectionLimits {
        if (total < 1 || perAddress < 1 || backlog < 1 || unsentBytes < 1) {
            throw new IllegalArgumentException("Connection limits are 1 or more");
        }
    }

    public ConnectionLimits withTotal(int connections) {
        return new ConnectionLimits(connections, perAddress, backlog, handshake, firstMessage, unsentBytes, unread);
    }

    public ConnectionLimits withPerAddress(int connections) {
        return new ConnectionLimits(total, connections, backlog, handshake, firstMessage, unsentBytes, unread);
    }

    public ConnectionLimits withHandshake(Duration limit) {
        return new ConnectionLimits(total, perAddress, backlog, limit, firstMessage, unsentBytes, unread);
    }

    public ConnectionLimits withFirstMessage(Duration limit) {
        return new ConnectionLimits(total, perAddress, backlog, handshake, limit, unsentBytes, unread);
    }

    public ConnectionLimits withUnsent(int bytes, Duration limit) {
        return new ConnectionLimits(total, perAddress, backlog, handshake, firstMessage, bytes, limit);
    }
}
