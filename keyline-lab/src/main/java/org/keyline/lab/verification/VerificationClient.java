package org.keyline.lab.verification;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import org.keyline.lab.files.Octets;
import org.keyline.lab.trust.Certificates;
import org.keyline.lab.trust.Flash;
import org.keyline.lab.trust.MalformedFile;
import org.keyline.lab.trust.PeerCheck;
import org.keyline.lab.trust.Role;
import org.keyline.lab.trust.Signer;
import org.keyline.lab.trust.TrustRecord;

/**
 * Asks the servers of the configuration file, in their order, one connection for each question. Blocking; call it from
 * a virtual thread.
 */
public final class VerificationClient {
    private static final int CONNECT_MILLIS = 5_000;
    private static final int READ_MILLIS = 10_000;
    private static final int FIRST_ID = 1001;

    private final String deviceName;
    private final Flash flash;
    private final List<InetSocketAddress> servers;
    private final AtomicInteger nextId = new AtomicInteger(FIRST_ID);

    /** A client of a phone that believes only servers its lists name as trust verification services. */
    public VerificationClient(String deviceName, Flash flash, List<InetSocketAddress> servers) {
        this.deviceName = deviceName;
        this.flash = flash;
        this.servers = List.copyOf(servers);
    }

    /** The certificate of that signer when the service vouches for it in such a role; empty without any server. */
    public Optional<TrustRecord> vouch(Signer signer, Predicate<Role> role) {
        return ask(VerificationRequest.query(nextId.getAndIncrement(), deviceName, signer))
                .filter(VerificationReply::isTrusted)
                .flatMap(reply -> record(reply, signer, role));
    }

    /** Whether the service vouches for exactly that certificate in such a role. */
    public boolean verify(Octets certificate, Predicate<Role> role) {
        return ask(VerificationRequest.verify(nextId.getAndIncrement(), deviceName, certificate))
                .filter(VerificationReply::isTrusted)
                .filter(reply -> fitting(reply, role).isPresent())
                .isPresent();
    }

    private Optional<VerificationReply> ask(VerificationRequest request) {
        for (var server : servers) {
            try {
                return Optional.of(exchange(server, request)).filter(reply -> reply.id() == request.id());
            } catch (IOException | GeneralSecurityException unreachable) {
                flash.report("TVS " + server.getHostString() + ": " + unreachable.getMessage());
            }
        }
        return Optional.empty();
    }

    /** One request and its reply; for tests also with bytes a phone would not send. */
    public VerificationReply exchange(InetSocketAddress server, VerificationRequest request)
            throws IOException, GeneralSecurityException {
        try (var socket = connect(server)) {
            socket.getOutputStream().write(request.encode());
            socket.getOutputStream().flush();
            return VerificationReply.read(socket.getInputStream());
        }
    }

    private SSLSocket connect(InetSocketAddress server) throws IOException, GeneralSecurityException {
        var context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new PeerCheck(flash, Role.TVS::equals)}, null);
        var socket = (SSLSocket) context.getSocketFactory().createSocket();
        try {
            socket.connect(server, CONNECT_MILLIS);
            socket.setSoTimeout(READ_MILLIS);
            socket.startHandshake();
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private static Optional<TrustRecord> record(VerificationReply reply, Signer signer, Predicate<Role> role) {
        var fitting = fitting(reply, role);
        if (fitting.isEmpty() || reply.certificate().isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    TrustRecord.vouched(Certificates.parse(reply.certificate().get()), fitting.get(), signer));
        } catch (MalformedFile _) {
            return Optional.empty();
        }
    }

    private static Optional<Role> fitting(VerificationReply reply, Predicate<Role> role) {
        return IntStream.of(reply.roles()).mapToObj(Role::of).filter(role).findFirst();
    }
}
