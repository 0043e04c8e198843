package org.keyline.lab.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One file on its way: the state between the read request and the last acknowledgement. */
final class TftpTransfer {
    private static final int DEFAULT_BLOCK = 512;

    private final DatagramSocket socket;
    private final InetSocketAddress server;
    private final TftpOptions offered;
    private final ByteArrayOutputStream file = new ByteArrayOutputStream();

    /** The server's port for this transfer, known from its first packet on (RFC 1350 section 4). */
    private @Nullable InetSocketAddress peer;

    private final byte[] buffer = new byte[65536];
    private byte[] lastSent = new byte[0];
    private int blockSize = DEFAULT_BLOCK;
    private int window = 1;
    private int received;
    private int sinceAck;

    TftpTransfer(DatagramSocket socket, InetSocketAddress server, TftpOptions offered) {
        this.socket = socket;
        this.server = server;
        this.offered = offered;
    }

    FileAnswer run(String name) throws IOException {
        send(TftpPacket.readRequest(name, offered.byName()));
        int silent = 0;
        while (silent < TftpClient.TRIES) {
            var packet = receive();
            if (packet.isEmpty()) {
                silent++;
                send(lastSent);
                continue;
            }
            var answer = take(packet.get());
            if (answer.isPresent()) {
                return answer.get();
            }
            silent = 0;
        }
        return new FileAnswer.Silent("no answer for " + name + " after block " + received);
    }

    private Optional<FileAnswer> take(TftpPacket packet) throws IOException {
        return switch (packet) {
            case TftpPacket.Data data -> data(data);
            case TftpPacket.OptionAck accepted -> options(accepted.options());
            case TftpPacket.Failure(int code, String _) when code == 1 -> Optional.of(new FileAnswer.Missing());
            case TftpPacket.Failure(int code, String text) -> Optional.of(new FileAnswer.Refused(code, text));
            case TftpPacket.Odd _ -> refuse(4, "not a packet for a reader");
        };
    }

    private Optional<FileAnswer> options(Map<String, String> accepted) throws IOException {
        if (received > 0 || !offered.byName().keySet().containsAll(accepted.keySet())) {
            return refuse(8, "option not offered");
        }
        blockSize = number(accepted, "blksize", DEFAULT_BLOCK);
        window = number(accepted, "windowsize", 1);
        if (blockSize > Math.max(DEFAULT_BLOCK, offered.blockSize()) || window > Math.max(1, offered.windowSize())) {
            return refuse(8, "larger than offered");
        }
        ack();
        return Optional.empty();
    }

    private Optional<FileAnswer> data(TftpPacket.Data data) throws IOException {
        if (data.block() != (received + 1 & 0xFFFF)) {
            // A repeated or skipped block: say again how far we are (RFC 7440 section 4).
            ack();
            return Optional.empty();
        }
        received++;
        sinceAck++;
        file.writeBytes(data.content().toArray());
        if (file.size() > TftpClient.MAX_FILE) {
            return refuse(3, "file larger than the phone's memory");
        }
        boolean last = data.content().length() < blockSize;
        if (last || sinceAck >= window) {
            ack();
        }
        return last ? Optional.of(new FileAnswer.Found(Octets.of(file.toByteArray()))) : Optional.empty();
    }

    private Optional<FileAnswer> refuse(int code, String text) throws IOException {
        send(TftpPacket.error(code, text));
        return Optional.of(new FileAnswer.Refused(code, text));
    }

    private void ack() throws IOException {
        sinceAck = 0;
        send(TftpPacket.ack(received));
    }

    private void send(byte[] packet) throws IOException {
        lastSent = packet;
        socket.send(TftpClient.datagram(packet, peer == null ? server : peer));
    }

    /** The next packet of this transfer; empty when the server was silent. A stranger is told off (RFC 1350). */
    private Optional<TftpPacket> receive() throws IOException {
        try {
            while (true) {
                var datagram = new DatagramPacket(buffer, buffer.length);
                socket.receive(datagram);
                var from = (InetSocketAddress) datagram.getSocketAddress();
                if (isOurs(from)) {
                    return Optional.of(TftpPacket.read(datagram.getData(), datagram.getLength()));
                }
                socket.send(TftpClient.datagram(TftpPacket.error(5, "unknown transfer"), from));
            }
        } catch (SocketTimeoutException _) {
            return Optional.empty();
        }
    }

    private boolean isOurs(InetSocketAddress from) {
        if (peer == null && from.getAddress().equals(server.getAddress())) {
            peer = from;
        }
        return from.equals(peer);
    }

    private static int number(Map<String, String> options, String name, int otherwise) {
        try {
            return Integer.parseInt(options.getOrDefault(name, Integer.toString(otherwise)));
        } catch (NumberFormatException _) {
            return Integer.MAX_VALUE;
        }
    }
}
