package org.keyline.trust.tls;

import java.security.Security;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Lets the JDK's TLS speak to phones of 2004 to 2012: TLS 1.0 and 1.1, RSA key exchange, suites without encryption,
 * SHA-1 in handshake signatures.
 *
 * <p>The price: these switches hold for the whole process. What a server really offers is still only what its
 * {@link TlsSettings} name, but a mistake there is no longer caught by the JDK, and a connection of such a phone has no
 * forward secrecy: who records it and later gets the server's key can read it. TLS 1.0 records are sent whole instead
 * of split in two, because phones stall on split ones; that leaves them open to the BEAST attack, which needs a browser
 * on the phone's side.
 */
public final class LegacyAlgorithms {
    private static final String TLS_DISABLED = "jdk.tls.disabledAlgorithms";

    /** What stays forbidden, legacy or not: SSL 3, RC4, DES, MD5, anonymous and export suites. */
    private static final Set<String> ALLOWED_AGAIN = Set.of("TLSv1", "TLSv1.1", "NULL", "TLS_RSA_*");

    private LegacyAlgorithms() {}

    /**
     * Must be called first thing in {@code main}: later the JDK has made up its mind.
     *
     * <p>Call it only when the administrator has switched the legacy profile on.
     */
    public static void enable() {
        Security.setProperty(TLS_DISABLED, trimmed(Security.getProperty(TLS_DISABLED)));
        System.setProperty("jsse.enableCBCProtection", "false");
    }

    static String trimmed(String disabled) {
        return Arrays.stream(disabled.split(","))
                .map(String::strip)
                .filter(entry -> !entry.isEmpty() && !isAllowedAgain(entry))
                .collect(Collectors.joining(", "));
    }

    private static boolean isAllowedAgain(String entry) {
        return ALLOWED_AGAIN.contains(entry) || entry.startsWith("rsa_pkcs1_sha1 ");
    }
}
