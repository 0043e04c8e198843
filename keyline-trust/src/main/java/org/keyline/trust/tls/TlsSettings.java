package org.keyline.trust.tls;

import java.util.List;
import org.keyline.trust.certificate.KeyMaterial;

/**
 * All that a TLS server needs, without any framework's type.
 *
 * @param protocols protocol names of JSSE, newest first
 * @param cipherSuites cipher suites under their JSSE names, preferred first
 * @param clientAuthentication whether clients must show a certificate
 * @param identity the server's certificate and key
 * @param peers which clients are admitted; without effect when none is asked for a certificate
 * @param engine the preferred implementation
 */
public record TlsSettings(
        List<String> protocols,
        List<String> cipherSuites,
        ClientAuthentication clientAuthentication,
        KeyMaterial identity,
        PeerPolicy peers,
        TlsEngine engine) {
    private static final List<String> MODERN_PROTOCOLS = List.of("TLSv1.3", "TLSv1.2");
    /** SSLv2Hello is no protocol: it lets a client begin a TLS handshake in the older format, as some firmware does. */
    private static final List<String> ALL_PROTOCOLS = List.of("TLSv1.3", "TLSv1.2", "TLSv1.1", "TLSv1", "SSLv2Hello");

    /** Copies the lists. */
    public TlsSettings {
        protocols = List.copyOf(protocols);
        cipherSuites = List.copyOf(cipherSuites);
    }

    /**
     * SCCP over TLS: phones must show a certificate that {@code peers} admits. The legacy profile also offers the
     * Authenticated mode's suite without encryption, last; whether a device may use it is decided when it registers
     * ({@link CipherSuites#isEncrypting}).
     */
    public static TlsSettings signalling(TlsProfile profile, KeyMaterial identity, PeerPolicy peers) {
        var suites = CipherSuites.of(profile);
        return new TlsSettings(
                protocols(profile),
                profile == TlsProfile.LEGACY_PHONE ? CipherSuites.withAuthenticatedOnly(suites) : suites,
                ClientAuthentication.NEED,
                identity,
                peers,
                engine(profile));
    }

    /** CAPF, trust verification and phone files over HTTPS: only the server shows a certificate. */
    public static TlsSettings serverOnly(TlsProfile profile, KeyMaterial identity) {
        return new TlsSettings(
                protocols(profile),
                CipherSuites.of(profile),
                ClientAuthentication.NONE,
                identity,
                PeerPolicy.nobody(),
                engine(profile));
    }

    private static List<String> protocols(TlsProfile profile) {
        return profile == TlsProfile.MODERN ? MODERN_PROTOCOLS : ALL_PROTOCOLS;
    }

    private static TlsEngine engine(TlsProfile profile) {
        return profile == TlsProfile.MODERN ? TlsEngine.OPENSSL : TlsEngine.JDK;
    }
}
