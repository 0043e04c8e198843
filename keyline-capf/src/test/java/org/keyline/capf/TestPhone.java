package org.keyline.capf;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.keyline.trust.certificate.Certificates;
import org.keyline.trust.certificate.KeyMaterial;
import org.keyline.trust.lsc.CapfSignature;
import org.keyline.trust.signing.SignatureDigest;

/** A phone that speaks CAPF byte by byte as the sheet has it, or as a test wants it. */
public final class TestPhone implements AutoCloseable {
    private final SSLSocket socket;
    private final DataInputStream in;
    private int session;

    /** A message as it came. */
    public record Message(int command, int session, Map<Integer, byte[]> elements) {
        /** The reason in element 1. */
        public int reason() {
            return number(1);
        }

        /** An element of one or two bytes. */
        public int number(int tag) {
            var value = elements.getOrDefault(tag, new byte[0]);
            return value.length == 2 ? ByteBuffer.wrap(value).getShort() : value[0];
        }
    }

    private TestPhone(SSLSocket socket) throws IOException {
        this.socket = socket;
        this.in = new DataInputStream(socket.getInputStream());
    }

    /** Connects and hears the first message. */
    public static TestPhone connect(InetSocketAddress server) throws Exception {
        var phone = connectSilently(server);
        phone.session = phone.hears().session();
        return phone;
    }

    /** Connects and hears nothing yet. */
    public static TestPhone connectSilently(InetSocketAddress server) throws Exception {
        var context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new TrustsEveryone()}, null);
        var plain = new Socket(server.getAddress(), server.getPort());
        var socket = (SSLSocket) context.getSocketFactory().createSocket(plain, "capf", server.getPort(), true);
        socket.setSoTimeout(30_000);
        socket.setTcpNoDelay(true);
        socket.startHandshake();
        return new TestPhone(socket);
    }

    /** Waits so long for what it hears. */
    public TestPhone patient(Duration time) throws IOException {
        socket.setSoTimeout((int) time.toMillis());
        return this;
    }

    public int session() {
        return session;
    }

    public X509Certificate serverCertificate() throws IOException {
        return (X509Certificate) socket.getSession().getPeerCertificates()[0];
    }

    /** Says its name and nothing else: null string. */
    public void saysName(String name) throws IOException {
        sends(2, Map.of(1, new byte[] {1}, 7, new byte[] {3}, 13, text(name)));
    }

    /** Says its name and the string the user typed. */
    public void saysString(String name, String digits) throws IOException {
        sends(2, Map.of(1, new byte[] {1}, 7, new byte[] {3}, 11, text(digits), 13, text(name)));
    }

    /** Shows a certificate and what it signs with it. */
    public void showsCertificate(String name, KeyMaterial identity) throws Exception {
        sends(2, proof(name, identity.key(), identity.certificate()));
    }

    /** The elements with which a phone proves a certificate; a test may change them. */
    public static Map<Integer, byte[]> proof(String name, PrivateKey key, X509Certificate certificate)
            throws Exception {
        var data = CapfSignature.deviceData(name, certificate);
        var sha512 = CapfSignature.sign(key, SignatureDigest.SHA512, data);
        var elements = new TreeMap<Integer, byte[]>();
        elements.put(1, new byte[] {1});
        elements.put(4, certificateElement(certificate));
        elements.put(6, CapfSignature.sign(key, SignatureDigest.SHA1, data));
        elements.put(7, new byte[] {3});
        elements.put(13, text(name));
        elements.put(
                20,
                ByteBuffer.allocate(3 + sha512.length)
                        .put((byte) 3)
                        .putShort((short) sha512.length)
                        .put(sha512)
                        .array());
        return elements;
    }

    /** Element 16 for this session. */
    public byte[] sudi(KeyMaterial identity, int signedSession) throws Exception {
        var data = CapfSignature.sessionData(signedSession, identity.certificate());
        var out = new ByteArrayOutputStream();
        part(out, 0, Certificates.der(identity.certificate()));
        part(out, 1, CapfSignature.sign(identity.key(), SignatureDigest.SHA1, data));
        part(out, 3, CapfSignature.sign(identity.key(), SignatureDigest.SHA512, data));
        return out.toByteArray();
    }

    private static void part(ByteArrayOutputStream out, int number, byte[] value) {
        out.write(number);
        out.write(value.length >> 8);
        out.write(value.length);
        out.writeBytes(value);
    }

    /** Says that it has made this key. */
    public void sendsKey(KeyPair key) throws IOException {
        sends(4, Map.of(9, key.getPublic().getEncoded()));
    }

    /** Answers with a reason. */
    public void answers(int command, int reason) throws IOException {
        sends(command, Map.of(1, new byte[] {(byte) reason}));
    }

    /** Shows a certificate it was asked for. */
    public void shows(X509Certificate certificate) throws IOException {
        sends(12, Map.of(1, new byte[] {1}, 4, certificateElement(certificate)));
    }

    /** Sends a message of this session. */
    public void sends(int command, Map<Integer, byte[]> elements) throws IOException {
        sendsBytes(message(command, session, elements));
    }

    /** Sends any bytes. */
    public void sendsBytes(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    /** A message's bytes. */
    public static byte[] message(int command, int session, Map<Integer, byte[]> elements) {
        var body = new ByteArrayOutputStream();
        new TreeMap<>(elements).forEach((tag, value) -> {
            body.write(tag);
            body.write(value.length >> 8);
            body.write(value.length);
            body.writeBytes(value);
        });
        return ByteBuffer.allocate(8 + body.size())
                .put((byte) 0x55)
                .put((byte) command)
                .putInt(session)
                .putShort((short) body.size())
                .put(body.toByteArray())
                .array();
    }

    /** The next message from the server. */
    public Message hears() throws IOException {
        if (in.readUnsignedByte() != 0x55) {
            throw new IOException("Not CAPF");
        }
        var command = in.readUnsignedByte();
        var id = in.readInt();
        var body = ByteBuffer.wrap(in.readNBytes(in.readUnsignedShort()));
        var elements = new TreeMap<Integer, byte[]>();
        while (body.hasRemaining()) {
            var tag = body.get() & 0xff;
            var value = new byte[body.getShort() & 0xffff];
            body.get(value);
            elements.put(tag, value);
        }
        return new Message(command, id, elements);
    }

    /** The reason of the END_SESSION that must come now, and then nothing more. */
    public int hearsEnd() throws IOException {
        var end = hears();
        if (end.command() != 15) {
            throw new AssertionError("Instead of END_SESSION came " + end.command());
        }
        if (!hearsNothingMore()) {
            throw new AssertionError("Something came after END_SESSION");
        }
        return end.reason();
    }

    /** Whether the server has closed. */
    public boolean hearsNothingMore() {
        try {
            return in.read() < 0;
        } catch (SocketTimeoutException open) {
            return false;
        } catch (IOException closed) {
            return true;
        }
    }

    private static byte[] certificateElement(X509Certificate certificate) {
        var der = Certificates.der(certificate);
        return ByteBuffer.allocate(5 + der.length)
                .put((byte) 1)
                .putShort((short) (der.length + 2))
                .put((byte) 0)
                .put((byte) 1)
                .put(der)
                .array();
    }

    /** The DER in element 4. */
    public static byte[] der(byte[] element) {
        return Arrays.copyOfRange(element, 5, element.length);
    }

    private static byte[] text(String text) {
        return (text + "\0").getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private static final class TrustsEveryone implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
