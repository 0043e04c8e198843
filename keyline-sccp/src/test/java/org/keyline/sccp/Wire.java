package org.keyline.sccp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HexFormat;

/** The wire between one phone and the server: somebody listens in on it, and may change what passes. */
final class Wire implements AutoCloseable {
    private final ServerSocket listening;
    private final InetSocketAddress server;
    private final ByteArrayOutputStream overheard = new ByteArrayOutputStream();
    private final StringBuilder packets = new StringBuilder();
    private volatile boolean tamper;

    Wire(InetSocketAddress server) throws IOException {
        this.server = server;
        this.listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().name("wire").start(this::serve);
    }

    InetSocketAddress address() {
        return (InetSocketAddress) listening.getLocalSocketAddress();
    }

    /** From now on one bit of every chunk towards the server is another. */
    void tamper() {
        tamper = true;
    }

    byte[] overheard() {
        synchronized (overheard) {
            return overheard.toByteArray();
        }
    }

    /** What passed, packet by packet in the order it was seen, as {@code text2pcap -D} reads it. */
    String packets() {
        synchronized (overheard) {
            return packets.toString();
        }
    }

    private static String dump(byte[] chunk, int count) {
        var bytes = HexFormat.ofDelimiter(" ").formatHex(chunk, 0, count);
        return "000000 " + bytes + "\n\n";
    }

    private void serve() {
        try (var phone = listening.accept();
                var onward = new Socket(server.getAddress(), server.getPort())) {
            var back = Thread.ofVirtual().start(() -> pass(onward, phone, false));
            pass(phone, onward, true);
            back.join();
        } catch (IOException | InterruptedException ended) {
            // One of the ends is gone.
        }
    }

    private void pass(Socket from, Socket to, boolean towardsServer) {
        try {
            pump(from.getInputStream(), to.getOutputStream(), towardsServer);
            to.shutdownOutput();
        } catch (IOException ended) {
            // One of the ends is gone.
        }
    }

    private void pump(InputStream from, OutputStream to, boolean towardsServer) throws IOException {
        var chunk = new byte[16_384];
        for (var count = from.read(chunk); count > 0; count = from.read(chunk)) {
            synchronized (overheard) {
                overheard.write(chunk, 0, count);
                packets.append(towardsServer ? "O\n" : "I\n").append(dump(chunk, count));
            }
            if (towardsServer && tamper) {
                chunk[count - 1] ^= 1;
            }
            to.write(chunk, 0, count);
            to.flush();
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
