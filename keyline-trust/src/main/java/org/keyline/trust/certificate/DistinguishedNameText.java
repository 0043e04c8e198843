package org.keyline.trust.certificate;

import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;

/**
 * The one text form of distinguished names in trust lists, signed files and trust verification:
 * {@code CN=x;OU=y;O=z;L=..;ST=..;C=..}.
 *
 * <p>A phone compares these texts with each other and never parses them, so all of them must come from here. The known
 * attributes stand in the order above whatever their order in the certificate, others follow in the certificate's
 * order. Characters that would make two different names look equal ({@code ;}, the backslash, controls) are escaped.
 */
public final class DistinguishedNameText {
    private static final List<ASN1ObjectIdentifier> ORDER =
            List.of(BCStyle.CN, BCStyle.OU, BCStyle.O, BCStyle.L, BCStyle.ST, BCStyle.C);

    private DistinguishedNameText() {}

    /** The subject of {@code certificate}. */
    public static String subject(X509Certificate certificate) {
        return of(certificate.getSubjectX500Principal());
    }

    /** The issuer of {@code certificate}. */
    public static String issuer(X509Certificate certificate) {
        return of(certificate.getIssuerX500Principal());
    }

    /**
     * The text of {@code name}; empty for an empty name, {@code #} and its bytes in hexadecimal for a malformed one.
     */
    public static String of(X500Principal name) {
        return attributes(name)
                .map(DistinguishedNameText::text)
                .orElseGet(() -> "#" + HexFormat.of().formatHex(name.getEncoded()));
    }

    /** The (first) common name in {@code name}, unescaped, or empty when it has none. */
    public static Optional<String> commonName(X500Principal name) {
        return attributes(name).stream()
                .flatMap(List::stream)
                .filter(attribute -> attribute.type().equals(BCStyle.CN))
                .map(Attribute::value)
                .findFirst();
    }

    private record Attribute(ASN1ObjectIdentifier type, String value) {}

    /** Empty for a name that the JDK lets pass in a certificate although it breaks the encoding rules. */
    private static Optional<List<Attribute>> attributes(X500Principal name) {
        try {
            return Optional.of(
                    Arrays.stream(X500Name.getInstance(name.getEncoded()).getRDNs())
                            .flatMap(rdn -> Arrays.stream(rdn.getTypesAndValues()))
                            .map(attribute -> new Attribute(attribute.getType(), value(attribute)))
                            .toList());
        } catch (IllegalArgumentException | IllegalStateException malformed) {
            return Optional.empty();
        }
    }

    private static String text(List<Attribute> attributes) {
        return attributes.stream()
                .sorted(Comparator.comparingInt(attribute -> rank(attribute.type())))
                .map(attribute -> label(attribute.type()) + "=" + escaped(attribute.value()))
                .collect(Collectors.joining(";"));
    }

    private static int rank(ASN1ObjectIdentifier type) {
        var known = ORDER.indexOf(type);
        return known >= 0 ? known : ORDER.size();
    }

    private static String label(ASN1ObjectIdentifier type) {
        return Optional.ofNullable(BCStyle.INSTANCE.oidToDisplayName(type)).orElseGet(type::getId);
    }

    private static String value(AttributeTypeAndValue attribute) {
        return attribute.getValue() instanceof ASN1String text
                ? text.getString()
                : IETFUtils.valueToString(attribute.getValue());
    }

    private static String escaped(String value) {
        return value.chars()
                .mapToObj(c -> switch (c) {
                    case ';', '\\' -> "\\" + (char) c;
                    default -> c < ' ' ? "\\%02x".formatted(c) : Character.toString(c);
                })
                .collect(Collectors.joining());
    }
}
