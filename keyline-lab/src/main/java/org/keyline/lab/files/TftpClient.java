package org.keyline.lab.files;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;

/**
 * A phone's TFTP client: octet mode, reading only (RFC 1350, 2347, 2348, 2349, 7440).
 *
 * <p>Blocking; call it from a virtual thread. One object may serve many transfers, each on a port of its own.
 */
public final class TftpClient implements FileSource {
    /** The largest file a phone accepts: its firmware is below 32 MiB. */
    public static final int MAX_FILE = 32 << 20;

    /** How often a packet is sent before the phone gives up. */
    static final int TRIES = 5;

    private final InetSocketAddress server;
    private final TftpOptions options;
    private final Duration patience;

    /** A client that offers the usual options and waits 2 s before it repeats itself. */
    public TftpClient(InetSocketAddress server) {
        this(server, TftpOptions.USUAL, Duration.ofSeconds(2));
    }

    /**
     * A client with chosen manners.
     *
     * @param patience the time before the last packet is repeated
     */
    public TftpClient(InetSocketAddress server, TftpOptions options, Duration patience) {
        this.server = server;
        this.options = options;
        this.patience = patience;
    }

    @Override
    public FileAnswer fetch(String name) {
        try (var socket = new DatagramSocket(new InetSocketAddress(anyAddress(), 0))) {
            socket.setSoTimeout(Math.toIntExact(patience.toMillis()));
            return new TftpTransfer(socket, server, options).run(name);
        } catch (IOException e) {
            return new FileAnswer.Silent(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public Optional<InetAddress> address() {
        return Optional.of(server.getAddress());
    }

    /** The wildcard address, or loopback when the server is there, so that a test stays on loopback. */
    private InetAddress anyAddress() {
        return server.getAddress().isLoopbackAddress()
                ? InetAddress.getLoopbackAddress()
                : new InetSocketAddress(0).getAddress();
    }

    /** Where a datagram goes. */
    static DatagramPacket datagram(byte[] content, InetSocketAddress to) {
        return new DatagramPacket(content, content.length, to);
    }
}
