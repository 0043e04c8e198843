package org.keyline.trust.srst;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.keyline.trust.certificate.Certificates;
import org.keyline.trust.certificate.DistinguishedNameText;
import org.keyline.trust.certificate.SerialNumbers;

/**
 * The certificate of a gateway, and what an administrator should think about before he trusts it.
 *
 * @param certificate the gateway's own certificate, not its issuer's
 * @param doubts what is unusual about it or about the connection it came over, in the order of {@link Doubt}
 */
public record GatewayCertificate(X509Certificate certificate, List<Doubt> doubts) {
    private static final HexFormat PAIRS = HexFormat.ofDelimiter(":").withUpperCase();

    public GatewayCertificate {
        doubts = List.copyOf(doubts);
    }

    /** The certificate as the configuration keeps it; it was doubted before it was accepted. */
    public static GatewayCertificate stored(String base64) {
        try {
            return new GatewayCertificate(Certificates.parse(Base64.getDecoder().decode(base64)), List.of());
        } catch (CertificateException damaged) {
            throw new IllegalArgumentException("The stored certificate of a gateway cannot be read", damaged);
        }
    }

    /** The certificate as the configuration keeps it: DER in Base64. */
    public String base64() {
        return Base64.getEncoder().encodeToString(Certificates.der(certificate));
    }

    public String subject() {
        return DistinguishedNameText.subject(certificate);
    }

    public String issuer() {
        return DistinguishedNameText.issuer(certificate);
    }

    /** Whether the gateway signed it itself; else an authority did. */
    public boolean isSelfSigned() {
        return certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
    }

    /** The serial number in hexadecimal, as the gateway's own list of certificates shows it. */
    public String serial() {
        return HexFormat.of().withUpperCase().formatHex(SerialNumbers.magnitude(certificate.getSerialNumber()));
    }

    /** The SHA-1 fingerprint, pairs of digits with colons between. */
    public String sha1() {
        return PAIRS.formatHex(Certificates.digest("SHA-1", Certificates.der(certificate)));
    }

    /** The SHA-256 fingerprint, pairs of digits with colons between. */
    public String sha256() {
        return PAIRS.formatHex(Certificates.digest("SHA-256", Certificates.der(certificate)));
    }

    /** Whether {@code fingerprint} is its SHA-256 fingerprint, with colons or without, in any case. */
    public boolean hasFingerprint(String fingerprint) {
        return sha256().replace(":", "")
                .equalsIgnoreCase(fingerprint.replace(":", "").strip());
    }

    /** What is unusual; the text of each stands in the message catalogue under {@code doubt.}. */
    public enum Doubt {
        /** It names another host than the reference. */
        OTHER_NAME,
        /** Its RSA key is below 2048 bits, which a server for phones of the old generations admits. */
        SHORT_KEY,
        /** The connection was older than TLS 1.2, which such a server admits too. */
        OLD_TLS,
        /** It ends within 30 days. */
        ENDS_SOON
    }
}
