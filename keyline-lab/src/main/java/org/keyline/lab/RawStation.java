package org.keyline.lab;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keyline.lab.files.Octets;
import org.keyline.sccp.codec.SccpDecoder;
import org.keyline.sccp.codec.SccpEncoder;
import org.keyline.sccp.codec.SccpText;
import org.keyline.sccp.codec.message.Decoded;
import org.keyline.sccp.codec.message.Sender;
import org.keyline.sccp.codec.message.StationMessage;
import org.keyline.sccp.codec.wire.Dialect;

/**
 * A peer that does exactly what a test says, byte by byte if it likes: for servers that must not be impressed.
 *
 * <p>Blocking, for one thread.
 */
public final class RawStation implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Socket socket;
    private final SccpDecoder decoder = new SccpDecoder(Sender.SERVER);
    private final SccpEncoder encoder = new SccpEncoder();
    private final ByteBuf pending = Unpooled.buffer();
    private final List<Decoded> seen = new ArrayList<>();

    /** Speaks over a socket that is already connected, TLS or not. */
    public RawStation(Socket socket) {
        this.socket = socket;
    }

    /** Connects over TCP. */
    public static RawStation connect(InetSocketAddress server) {
        try {
            var socket = new Socket();
            socket.setTcpNoDelay(true);
            socket.connect(server, Math.toIntExact(PATIENCE.toMillis()));
            return new RawStation(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends bytes as they are. */
    public RawStation sends(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends bytes written in hexadecimal. */
    public RawStation sendsHex(String hex) {
        return sends(Octets.ofHex(hex).toArray());
    }

    /** Sends a message. */
    public RawStation sends(StationMessage message) {
        var frame = Unpooled.buffer();
        encoder.encode(message, frame);
        var bytes = new byte[frame.readableBytes()];
        frame.readBytes(bytes);
        return sends(bytes);
    }

    /** Speaks this version from now on. */
    public RawStation speaks(Dialect dialect) {
        decoder.dialect(dialect);
        encoder.dialect(dialect);
        return this;
    }

    /** The next message of that type; others before it are passed over. */
    public <M extends Decoded> M receives(Class<M> type) {
        while (true) {
            var message = next(PATIENCE);
            if (message.isEmpty()) {
                throw new AssertionError("awaited " + type.getSimpleName() + ", saw " + described());
            }
            if (type.isInstance(message.get())) {
                return type.cast(message.get());
            }
        }
    }

    /** The next message, if one comes in that time; empty also when the server has closed. */
    public Optional<Decoded> next(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        var message = decoder.decode(pending);
        while (message.isEmpty() && readMore(deadline) > 0) {
            message = decoder.decode(pending);
        }
        message.ifPresent(seen::add);
        return message;
    }

    /** Waits until the server closes the connection, passing over what it still says. */
    public RawStation isClosedByServer() {
        return isClosedByServer(PATIENCE);
    }

    /** Waits that long until the server closes the connection, passing over what it still says. */
    public RawStation isClosedByServer(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        int read = readMore(deadline);
        while (read > 0) {
            read = readMore(deadline);
        }
        if (read == 0) {
            throw new AssertionError("the server kept the connection open, saw " + described());
        }
        return this;
    }

    /** Bytes read, −1 when the server has closed, 0 when the time is up. */
    private int readMore(long deadline) {
        long left = (deadline - System.nanoTime()) / 1_000_000;
        if (left <= 0) {
            return 0;
        }
        try {
            var bytes = new byte[8192];
            socket.setSoTimeout(Math.toIntExact(left));
            int read = socket.getInputStream().read(bytes);
            if (read > 0) {
                pending.discardReadBytes().writeBytes(bytes, 0, read);
            }
            return read;
        } catch (SocketTimeoutException _) {
            return 0;
        } catch (IOException _) {
            return -1;
        }
    }

    private List<String> described() {
        return seen.stream().map(message -> SccpText.describe(message).line()).toList();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
