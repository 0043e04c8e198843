package org.keyline.ctl.provider;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.bouncycastle.asn1.x500.X500Name;
import org.keyline.ctl.ProviderException;
import org.keyline.ctl.provider.message.ProviderCodec;
import org.keyline.ctl.provider.message.ProviderMessage;
import org.keyline.trust.certificate.CertificateProfile;
import org.keyline.trust.certificate.KeyMaterial;
import org.keyline.trust.certificate.KeyType;

/** A server of another making: it welcomes a client, and answers the rest as it is told to. */
public final class OddServer implements AutoCloseable {
    private static final KeyMaterial IDENTITY =
            new CertificateProfile(Clock.systemUTC()).selfSigned(new X500Name("CN=other"), List.of(), KeyType.RSA_2048);

    private final SSLServerSocket listener;
    private final Function<ProviderMessage.Request, Optional<byte[]>> answers;

    private final AtomicInteger heard = new AtomicInteger();

    private OddServer(KeyMaterial identity, Function<ProviderMessage.Request, Optional<byte[]>> answers)
            throws Exception {
        this.answers = answers;
        listener = (SSLServerSocket) ProviderTls.server(identity)
                .getServerSocketFactory()
                .createServerSocket(0, 8, InetAddress.ofLiteral("127.0.0.1"));
        Thread.ofVirtual().start(this::accept);
    }

    /** A server that answers so; where it has no answer it hangs up. */
    public static OddServer answering(Function<ProviderMessage.Request, Optional<ProviderMessage.Response>> answers)
            throws Exception {
        return showing(IDENTITY, answers);
    }

    /** A server that answers so and shows the certificate of {@code identity}. */
    static OddServer showing(
            KeyMaterial identity, Function<ProviderMessage.Request, Optional<ProviderMessage.Response>> answers)
            throws Exception {
        return new OddServer(
                identity,
                request -> (request instanceof ProviderMessage.Hello
                                ? Optional.<ProviderMessage.Response>of(
                                        new ProviderMessage.Welcome(ProviderMessage.VERSION, "other"))
                                : answers.apply(request))
                        .map(OddServer::framed));
    }

    /** A server that says the same to everything. */
    static OddServer saying(byte[] bytes) throws Exception {
        return new OddServer(IDENTITY, _ -> Optional.of(bytes));
    }

    private static byte[] framed(ProviderMessage message) {
        try {
            var frame = new ByteArrayOutputStream();
            ProviderCodec.write(frame, message);
            return frame.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The certificate it shows. */
    public static X509Certificate certificate() {
        return IDENTITY.certificate();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                var socket = (SSLSocket) listener.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(SSLSocket accepted) {
        try (var socket = accepted) {
            var in = new DataInputStream(socket.getInputStream());
            for (var asked = ProviderCodec.read(in); asked.isPresent(); asked = ProviderCodec.read(in)) {
                heard.incrementAndGet();
                var answer = answers.apply((ProviderMessage.Request) asked.get());
                if (answer.isEmpty()) {
                    return;
                }
                socket.getOutputStream().write(answer.get());
            }
        } catch (IOException left) {
            // the client has seen enough
        }
    }

    /** How many messages it was sent. */
    int heard() {
        return heard.get();
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        return (InetSocketAddress) listener.getLocalSocketAddress();
    }

    /** A client of it. */
    public RemoteProvider client() throws ProviderException {
        return RemoteProvider.connect("other", address(), IDENTITY.certificate());
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
