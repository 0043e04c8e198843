package org.keyline.sccp;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.keyline.callcontrol.station.StationCommand;
import org.keyline.sccp.codec.SccpDecoder;
import org.keyline.sccp.codec.SccpEncoder;
import org.keyline.sccp.codec.SccpText;
import org.keyline.sccp.codec.field.AudioCapability;
import org.keyline.sccp.codec.field.Codec;
import org.keyline.sccp.codec.field.DeviceType;
import org.keyline.sccp.codec.field.FeatureBits;
import org.keyline.sccp.codec.message.Decoded;
import org.keyline.sccp.codec.message.SccpMessage;
import org.keyline.sccp.codec.message.Sender;
import org.keyline.sccp.codec.message.ServerRegistration;
import org.keyline.sccp.codec.message.StationCapabilities;
import org.keyline.sccp.codec.message.StationRegistration;
import org.keyline.sccp.codec.message.StationRequest;
import org.keyline.sccp.codec.wire.Dialect;
import org.keyline.sccp.codec.wire.MediaAddress;
import org.keyline.sccp.codec.wire.ProtocolVersion;

/** A phone without a mind of its own: it sends what it is told and shows what it got. */
final class RawPhone implements AutoCloseable {
    /** What loads of 7940 and 7960 announce. */
    static final FeatureBits CLASSIC = new FeatureBits(0x00, 0x60, 0x85);

    /** What the 7941 and its kin announce. */
    static final FeatureBits JAVA = new FeatureBits(0x00, 0x72, 0x85);

    private final Socket socket;
    private final SccpEncoder encoder = new SccpEncoder();
    private final SccpDecoder decoder = new SccpDecoder(Sender.SERVER);
    private final ByteBuf in = Unpooled.buffer();
    private boolean utf8;

    private RawPhone(Socket socket) throws IOException {
        this.socket = socket;
        socket.setSoTimeout(30_000);
        socket.setTcpNoDelay(true);
    }

    static RawPhone plain(InetSocketAddress server) throws IOException {
        var socket = new Socket();
        socket.connect(server);
        return new RawPhone(socket);
    }

    static RawPhone secure(InetSocketAddress server, SSLContext tls) throws IOException {
        var socket = (SSLSocket) tls.getSocketFactory().createSocket(server.getAddress(), server.getPort());
        socket.startHandshake();
        return new RawPhone(socket);
    }

    /** A phone that knows TLS 1.0 and one cipher suite. */
    static RawPhone old(InetSocketAddress server, SSLContext tls, String suite) throws IOException {
        var socket = (SSLSocket) tls.getSocketFactory().createSocket(server.getAddress(), server.getPort());
        socket.setEnabledProtocols(new String[] {"TLSv1"});
        socket.setEnabledCipherSuites(new String[] {suite});
        socket.startHandshake();
        return new RawPhone(socket);
    }

    String cipherSuite() {
        return ((SSLSocket) socket).getSession().getCipherSuite();
    }

    void send(SccpMessage... messages) throws IOException {
        var burst = Unpooled.buffer();
        for (var message : messages) {
            encoder.encode(message, burst);
        }
        sendBytes(burst.array(), burst.readableBytes());
    }

    void sendBytes(byte[] bytes, int length) throws IOException {
        socket.getOutputStream().write(bytes, 0, length);
        socket.getOutputStream().flush();
    }

    /** The bytes of a message as this phone would send it now. */
    byte[] bytesOf(SccpMessage message) {
        var frame = Unpooled.buffer();
        encoder.encode(message, frame);
        var bytes = new byte[frame.readableBytes()];
        frame.readBytes(bytes);
        return bytes;
    }

    /** The next message; fails when the server closes instead. */
    Decoded hear() throws IOException {
        var message = decoder.decode(in);
        while (message.isEmpty()) {
            if (!more()) {
                throw new IOException("The server closed the connection");
            }
            message = decoder.decode(in);
        }
        if (message.get() instanceof ServerRegistration.RegisterAck ack) {
            var dialect = new Dialect(ProtocolVersion.of(ack.protocolVersion()), utf8);
            encoder.dialect(dialect);
            decoder.dialect(dialect);
        }
        return message.get();
    }

    private boolean more() throws IOException {
        var chunk = new byte[4_096];
        var count = socket.getInputStream().read(chunk);
        if (count > 0) {
            in.writeBytes(chunk, 0, count);
        }
        return count >= 0;
    }

    <M extends Decoded> M hear(Class<M> type) throws IOException {
        var message = hear();
        if (!type.isInstance(message)) {
            throw new AssertionError("Expected " + type.getSimpleName() + " but heard " + message);
        }
        return type.cast(message);
    }

    /** All messages up to the one that {@code last} wants, which is among them. */
    List<Decoded> hearUntil(Predicate<Decoded> last) throws IOException {
        var messages = new ArrayList<Decoded>();
        do {
            messages.add(hear());
        } while (!last.test(messages.getLast()));
        return messages;
    }

    /** The next message of this type; those before it are passed over. */
    <M extends Decoded> M await(Class<M> type) throws IOException {
        return type.cast(hearUntil(type::isInstance).getLast());
    }

    /** The next message of this type that fits; those before it are passed over. */
    <M extends Decoded> M await(Class<M> type, Predicate<M> fits) throws IOException {
        return type.cast(hearUntil(message -> type.isInstance(message) && fits.test(type.cast(message)))
                .getLast());
    }

    /** All that was on its way to the phone: a keepalive's answer comes after it. */
    List<Decoded> hearAll() throws IOException {
        send(new StationRegistration.KeepAlive());
        var messages = hearUntil(message -> message instanceof ServerRegistration.KeepAliveAck);
        messages.removeLast();
        return messages;
    }

    /** All that call processing had to say to this phone until now: a last text comes after it. */
    List<Decoded> hearAll(ScriptedProcessing processing, String device) throws IOException {
        processing.say(device, new StationCommand.Notify("That is all", 1));
        var messages = hearUntil(message -> SccpText.describe(message).line().contains("That is all"));
        messages.removeLast();
        return messages;
    }

    boolean isClosedByServer() throws IOException {
        try {
            while (true) {
                if (!more()) {
                    return true;
                }
            }
        } catch (java.net.SocketTimeoutException e) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    /** Announces itself, and takes the answer. */
    Decoded register(String name, int type, int version, FeatureBits features) throws IOException {
        utf8 = features.utf8();
        send(StationRegistration.Register.of(
                name,
                MediaAddress.of(InetAddress.getLoopbackAddress()),
                DeviceType.of(type),
                version,
                features,
                "LOAD-1"));
        return hear();
    }

    /** The whole registration of a phone with softkeys and one line. */
    RawPhone registered(String name, int type, int version, FeatureBits features) throws IOException {
        var answer = register(name, type, version, features);
        if (!(answer instanceof ServerRegistration.RegisterAck)) {
            throw new AssertionError("Not registered: " + answer);
        }
        hear(ServerRegistration.CapabilitiesReq.class);
        send(
                new StationCapabilities.CapabilitiesRes(
                        List.of(AudioCapability.of(Codec.G711_ULAW_64K, 40), AudioCapability.of(Codec.G729A, 60))),
                new StationRequest.ButtonTemplateReq(),
                new StationRequest.SoftKeyTemplateReq(),
                new StationRequest.SoftKeySetReq(),
                new StationRequest.ConfigStatReq(),
                new StationRequest.LineStatReq(1),
                new StationRequest.TimeDateReq());
        hearAll();
        return this;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
