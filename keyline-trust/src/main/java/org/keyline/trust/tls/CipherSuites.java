package org.keyline.trust.tls;

import java.util.List;
import java.util.stream.Stream;

/** The cipher suites that servers offer, under their JSSE names. */
public final class CipherSuites {
    /** TLS 1.3, and TLS 1.2 with forward secrecy and AEAD. */
    public static final List<String> MODERN = List.of(
            "TLS_AES_128_GCM_SHA256",
            "TLS_AES_256_GCM_SHA384",
            "TLS_CHACHA20_POLY1305_SHA256",
            "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
            "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
            "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
            "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256");

    /** What the 79xx phones know for Encrypted mode. */
    public static final List<String> OLD_PHONES =
            List.of("TLS_RSA_WITH_AES_128_CBC_SHA", "TLS_RSA_WITH_AES_256_CBC_SHA");

    /** Integrity without encryption: Authenticated mode of old phones. */
    public static final String AUTHENTICATED_ONLY = "SSL_RSA_WITH_NULL_SHA";

    private CipherSuites() {}

    /** Whether a connection with {@code suite} is encrypted, and not merely authenticated. */
    public static boolean isEncrypting(String suite) {
        return !suite.contains("_NULL_");
    }

    static List<String> of(TlsProfile profile) {
        return switch (profile) {
            case MODERN -> MODERN;
            case LEGACY_PHONE -> join(MODERN, OLD_PHONES);
        };
    }

    /** NULL comes last: a phone that offers any encryption gets it. */
    static List<String> withAuthenticatedOnly(List<String> suites) {
        return join(suites, List.of(AUTHENTICATED_ONLY));
    }

    private static List<String> join(List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
