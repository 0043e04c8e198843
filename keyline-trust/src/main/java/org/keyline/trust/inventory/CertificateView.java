package org.keyline.trust.inventory;

import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.keyline.trust.certificate.Certificates;
import org.keyline.trust.certificate.DistinguishedNameText;

/** A certificate as people read it, with the fields and views administrators know (spec HT-15, HT-16). */
public final class CertificateView {
    private static final HexFormat OCTETS = HexFormat.ofDelimiter(" ");
    private static final List<String> USAGES = List.of(
            "Digital Signature",
            "Non-Repudiation",
            "Key Encipherment",
            "Data Encipherment",
            "Key Agreement",
            "Certificate Signing",
            "CRL Signing",
            "Encipher Only",
            "Decipher Only");
    private static final Map<String, String> ENHANCED_USAGES = Map.of(
            "1.3.6.1.5.5.7.3.1", "Server Authentication",
            "1.3.6.1.5.5.7.3.2", "Client Authentication",
            "1.3.6.1.5.5.7.3.3", "Code Signing",
            "1.3.6.1.5.5.7.3.4", "Secure Email",
            "1.3.6.1.5.5.7.3.5", "IP Security End System",
            "1.3.6.1.5.5.7.3.8", "Time Stamping");

    private CertificateView() {}

    /** Which fields are shown. */
    public enum View {
        ALL("All"),
        VERSION_1("Version 1 Fields Only"),
        EXTENSIONS("Extensions Only"),
        CRITICAL_EXTENSIONS("Critical Extensions Only"),
        PROPERTIES("Properties Only");

        private final String label;

        View(String label) {
            this.label = label;
        }

        /** The view's name as the certificate viewer of browsers has it. */
        public String label() {
            return label;
        }

        /** The view of this name, in any case, with hyphens or spaces. */
        public static Optional<View> named(String name) {
            var wanted = name.toUpperCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
            return Arrays.stream(values())
                    .filter(view -> view.name().equals(wanted))
                    .findFirst();
        }
    }

    /** A field: its name, in English as in every certificate viewer, and its value. */
    public record Line(String field, String value) {}

    /** The fields of {@code certificate} that belong to {@code view}. */
    public static List<Line> of(X509Certificate certificate, View view) {
        return switch (view) {
            case ALL -> {
                var all = new ArrayList<>(version1(certificate));
                all.addAll(extensions(certificate, certificateExtensions(certificate)));
                all.addAll(properties(certificate));
                yield all;
            }
            case VERSION_1 -> version1(certificate);
            case EXTENSIONS -> extensions(certificate, certificateExtensions(certificate));
            case CRITICAL_EXTENSIONS ->
                extensions(
                        certificate,
                        Optional.ofNullable(certificate.getCriticalExtensionOIDs())
                                .orElse(Set.of()));
            case PROPERTIES -> properties(certificate);
        };
    }

    /** The same as text, one field a line. */
    public static String text(X509Certificate certificate, View view) {
        var text = new StringBuilder();
        for (var line : of(certificate, view)) {
            text.append(String.format(Locale.ROOT, "%-24s %s%n", line.field(), line.value()));
        }
        return text.toString();
    }

    private static List<Line> version1(X509Certificate certificate) {
        return List.of(
                new Line("Version", "V" + certificate.getVersion()),
                new Line(
                        "Serial Number",
                        OCTETS.formatHex(certificate.getSerialNumber().toByteArray())),
                new Line("Signature Algorithm", certificate.getSigAlgName()),
                new Line("Issuer", DistinguishedNameText.issuer(certificate)),
                new Line("Valid From", certificate.getNotBefore().toInstant().toString()),
                new Line("Valid To", certificate.getNotAfter().toInstant().toString()),
                new Line("Subject", DistinguishedNameText.subject(certificate)),
                new Line("Public key", key(certificate)));
    }

    private static String key(X509Certificate certificate) {
        var key = certificate.getPublicKey();
        var size = switch (key) {
            case RSAPublicKey rsa -> "RSA (" + rsa.getModulus().bitLength() + " bits)";
            case ECPublicKey ec -> "EC (" + ec.getParams().getCurve().getField().getFieldSize() + " bits)";
            default -> key.getAlgorithm();
        };
        return size + " " + OCTETS.formatHex(Certificates.bareKey(key));
    }

    private static Set<String> certificateExtensions(X509Certificate certificate) {
        var all = new java.util.LinkedHashSet<String>();
        Optional.ofNullable(certificate.getCriticalExtensionOIDs()).ifPresent(all::addAll);
        Optional.ofNullable(certificate.getNonCriticalExtensionOIDs()).ifPresent(all::addAll);
        return all;
    }

    private static List<Line> extensions(X509Certificate certificate, Set<String> present) {
        var lines = new ArrayList<Line>();
        if (present.contains(Extension.subjectKeyIdentifier.getId())) {
            lines.add(new Line("Subject Key Identifier", keyIdentifier(certificate)));
        }
        if (present.contains(Extension.keyUsage.getId())) {
            lines.add(new Line("Key Usage", usages(certificate)));
        }
        if (present.contains(Extension.extendedKeyUsage.getId())) {
            lines.add(new Line("Enhanced Key Usage", enhancedUsages(certificate)));
        }
        if (present.contains(Extension.basicConstraints.getId())) {
            lines.add(new Line("Basic Constraints", constraints(certificate.getBasicConstraints())));
        }
        if (present.contains(Extension.subjectAlternativeName.getId())) {
            lines.add(new Line("Subject Alternative Name", alternativeNames(certificate)));
        }
        return lines;
    }

    private static String keyIdentifier(X509Certificate certificate) {
        try {
            var wrapped = JcaX509ExtensionUtils.parseExtensionValue(
                    certificate.getExtensionValue(Extension.subjectKeyIdentifier.getId()));
            return OCTETS.formatHex(
                    org.bouncycastle.asn1.ASN1OctetString.getInstance(wrapped).getOctets());
        } catch (java.io.IOException | RuntimeException malformed) {
            return "?";
        }
    }

    private static String usages(X509Certificate certificate) {
        var bits = Optional.ofNullable(certificate.getKeyUsage()).orElse(new boolean[0]);
        var names = new ArrayList<String>();
        for (int i = 0; i < bits.length && i < USAGES.size(); i++) {
            if (bits[i]) {
                names.add(USAGES.get(i));
            }
        }
        return String.join(", ", names);
    }

    private static String enhancedUsages(X509Certificate certificate) {
        try {
            return Optional.ofNullable(certificate.getExtendedKeyUsage()).orElse(List.of()).stream()
                    .map(oid -> ENHANCED_USAGES.getOrDefault(oid, oid))
                    .reduce((a, b) -> a + ", " + b)
                    .orElse("");
        } catch (java.security.cert.CertificateParsingException malformed) {
            return "?";
        }
    }

    private static String constraints(int pathLength) {
        return pathLength < 0
                ? "End Entity"
                : "CA, Path Length " + (pathLength == Integer.MAX_VALUE ? "None" : pathLength);
    }

    private static String alternativeNames(X509Certificate certificate) {
        try {
            return Optional.ofNullable(certificate.getSubjectAlternativeNames()).orElse(List.of()).stream()
                    .map(name -> String.valueOf(name.get(1)))
                    .reduce((a, b) -> a + ", " + b)
                    .orElse("");
        } catch (java.security.cert.CertificateParsingException malformed) {
            return "?";
        }
    }

    private static List<Line> properties(X509Certificate certificate) {
        return List.of(
                new Line("Thumbprint Algorithm", "SHA-256"),
                new Line(
                        "Thumbprint", OCTETS.formatHex(Certificates.digest("SHA-256", Certificates.der(certificate)))));
    }
}
