package org.keyline.transport;

import io.netty.channel.ChannelPipeline;
import io.netty.handler.ssl.SslHandler;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;

/**
 * What a finished TLS handshake found out.
 *
 * @param protocol for example {@code TLSv1.2}
 * @param cipherSuite under its JSSE name
 * @param certificate the peer's own certificate, where it showed one
 * @param resumed whether the session was resumed: then its certificate was checked when the session began, not now
 */
public record TlsPeer(String protocol, String cipherSuite, Optional<X509Certificate> certificate, boolean resumed) {
    /** The TLS peer of a connection whose handshake is done; empty on a connection without TLS. */
    public static Optional<TlsPeer> of(ChannelPipeline pipeline) {
        return Optional.ofNullable(pipeline.get(SslHandler.class))
                .map(handler -> of(handler.engine().getSession()));
    }

    private static TlsPeer of(SSLSession session) {
        // Sessions count in seconds; one that began well before this connection is an older one.
        var resumed = Instant.ofEpochMilli(session.getCreationTime())
                .isBefore(Instant.now().minusSeconds(15));
        return new TlsPeer(session.getProtocol(), session.getCipherSuite(), ownCertificate(session), resumed);
    }

    private static Optional<X509Certificate> ownCertificate(SSLSession session) {
        try {
            return session.getPeerCertificates()[0] instanceof X509Certificate own
                    ? Optional.of(own)
                    : Optional.empty();
        } catch (SSLPeerUnverifiedException e) {
            return Optional.empty();
        }
    }
}
