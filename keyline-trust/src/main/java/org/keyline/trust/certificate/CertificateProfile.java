package org.keyline.trust.certificate;

import java.io.IOException;
import java.net.InetAddress;
import java.security.KeyPair;
import java.security.Provider;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;

/**
 * The self-signed server certificates that phones accept (trust-list sheet, section 9): version 3, common name, unit
 * and organisation, a CA of path length 0, and the key usages of server, client and IPsec end system.
 */
public final class CertificateProfile {
    /** As long as the certificates of the servers that phones know. */
    static final int VALIDITY_YEARS = 5;
    /** Phones have no battery clock: a certificate that starts now may lie in a phone's future. */
    static final Duration CLOCK_TOLERANCE = Duration.ofHours(24);

    private static final KeyPurposeId IPSEC_END_SYSTEM =
            KeyPurposeId.getInstance(new ASN1ObjectIdentifier("1.3.6.1.5.5.7.3.5"));
    private static final int USAGE = KeyUsage.digitalSignature
            | KeyUsage.keyEncipherment
            | KeyUsage.dataEncipherment
            | KeyUsage.keyCertSign
            | KeyUsage.cRLSign;

    private final Clock clock;

    /** A profile whose certificates start by {@code clock}. */
    public CertificateProfile(Clock clock) {
        this.clock = clock;
    }

    /** Makes a new key pair of {@code type} and its self-signed certificate for {@code purpose}. */
    public KeyMaterial create(CertificatePurpose purpose, NodeIdentity node, KeyType type) {
        var subject = new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.CN, commonName(purpose, node))
                .addRDN(BCStyle.OU, purpose.unit())
                .addRDN(BCStyle.O, node.organisation())
                .build();
        return create(purpose, node, subject, type);
    }

    /** As {@link #create(CertificatePurpose, NodeIdentity, KeyType)}, for another subject. */
    public KeyMaterial create(CertificatePurpose purpose, NodeIdentity node, X500Name subject, KeyType type) {
        return selfSigned(subject, alternativeNames(purpose, node), type);
    }

    /** The extensions that a certificate for {@code purpose} should have when another authority signs it. */
    public static Extensions requested(CertificatePurpose purpose, NodeIdentity node) {
        var isAuthority = purpose == CertificatePurpose.CAPF;
        var usage = KeyUsage.digitalSignature | KeyUsage.keyEncipherment | KeyUsage.dataEncipherment;
        var names = alternativeNames(purpose, node).toArray(GeneralName[]::new);
        try {
            var extensions = new ExtensionsGenerator();
            extensions.addExtension(
                    Extension.basicConstraints,
                    true,
                    isAuthority ? new BasicConstraints(0) : new BasicConstraints(false));
            extensions.addExtension(
                    Extension.keyUsage, true, new KeyUsage(isAuthority ? usage | KeyUsage.keyCertSign : usage));
            extensions.addExtension(Extension.extendedKeyUsage, false, phoneKeyPurposes());
            extensions.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(names));
            return extensions.generate();
        } catch (IOException e) {
            throw new IllegalStateException("A certificate extension cannot be encoded", e);
        }
    }

    /**
     * Makes a new key pair of {@code type} and a self-signed certificate for {@code subject}.
     *
     * @param alternativeNames the names for the subject alternative name extension; none leaves it out
     */
    public KeyMaterial selfSigned(X500Name subject, List<GeneralName> alternativeNames, KeyType type) {
        var keys = type.generate();
        try {
            var builder = builder(subject, keys);
            if (!alternativeNames.isEmpty()) {
                builder.addExtension(
                        Extension.subjectAlternativeName,
                        false,
                        new GeneralNames(alternativeNames.toArray(GeneralName[]::new)));
            }
            return new KeyMaterial(keys.getPrivate(), sign(builder, keys));
        } catch (CertIOException e) {
            throw new IllegalStateException("A certificate extension cannot be encoded", e);
        }
    }

    /** A self-signed certificate for {@code subject} over a key pair that lies in the module of {@code provider}. */
    public X509Certificate selfSigned(X500Name subject, KeyPair keys, Provider provider) {
        try {
            return Certificates.of(
                    builder(subject, keys).build(CertificateSignature.SHA256.with(keys.getPrivate(), provider)));
        } catch (CertIOException e) {
            throw new IllegalStateException("A certificate extension cannot be encoded", e);
        }
    }

    /** A self-signed certificate for {@code subject} over the key of {@code other}. */
    public KeyMaterial selfSigned(X500Name subject, KeyMaterial other) {
        var keys = new KeyPair(other.certificate().getPublicKey(), other.key());
        try {
            return new KeyMaterial(keys.getPrivate(), sign(builder(subject, keys), keys));
        } catch (CertIOException e) {
            throw new IllegalStateException("A certificate extension cannot be encoded", e);
        }
    }

    private X509v3CertificateBuilder builder(X500Name subject, KeyPair keys) throws CertIOException {
        var now = clock.instant();
        var identifiers = Certificates.extensionUtils();
        return new JcaX509v3CertificateBuilder(
                        subject,
                        SerialNumbers.random(),
                        Date.from(now.minus(CLOCK_TOLERANCE)),
                        Date.from(yearsAfter(now, VALIDITY_YEARS)),
                        subject,
                        keys.getPublic())
                .addExtension(Extension.basicConstraints, true, new BasicConstraints(0))
                .addExtension(Extension.keyUsage, true, new KeyUsage(USAGE))
                .addExtension(Extension.extendedKeyUsage, false, phoneKeyPurposes())
                .addExtension(Extension.subjectKeyIdentifier, false, subjectKey(identifiers, keys));
    }

    private static SubjectKeyIdentifier subjectKey(JcaX509ExtensionUtils identifiers, KeyPair keys) {
        return identifiers.createSubjectKeyIdentifier(keys.getPublic());
    }

    private static X509Certificate sign(X509v3CertificateBuilder builder, KeyPair keys) {
        return Certificates.of(builder.build(CertificateSignature.SHA256.with(keys.getPrivate())));
    }

    /** The extended key usages that phones look for: TLS server, TLS client, IPsec end system. */
    public static ExtendedKeyUsage phoneKeyPurposes() {
        return new ExtendedKeyUsage(
                new KeyPurposeId[] {KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth, IPSEC_END_SYSTEM});
    }

    /** The same date and time {@code years} later. */
    public static Instant yearsAfter(Instant start, int years) {
        return start.atOffset(ZoneOffset.UTC).plusYears(years).toInstant();
    }

    /** CAPF's common name is {@code CAPF-} and 8 hexadecimal digits, as phones and tools know it. */
    private static String commonName(CertificatePurpose purpose, NodeIdentity node) {
        return purpose == CertificatePurpose.CAPF
                ? "CAPF-%08x".formatted(SerialNumbers.random().intValue())
                : node.hostName();
    }

    private static List<GeneralName> alternativeNames(CertificatePurpose purpose, NodeIdentity node) {
        var isHttps = purpose == CertificatePurpose.HTTPS;
        var hosts = Stream.concat(Stream.of(node.hostName()), isHttps ? Stream.of("localhost") : Stream.empty());
        var addresses = Stream.concat(
                node.addresses().stream().map(InetAddress::getHostAddress),
                isHttps ? Stream.of("127.0.0.1", "0:0:0:0:0:0:0:1") : Stream.empty());
        var names = new LinkedHashSet<GeneralName>();
        hosts.map(host -> new GeneralName(isAddress(host) ? GeneralName.iPAddress : GeneralName.dNSName, host))
                .forEach(names::add);
        addresses
                .map(address -> address.replaceFirst("%.*", ""))
                .map(address -> new GeneralName(GeneralName.iPAddress, address))
                .forEach(names::add);
        return List.copyOf(names);
    }

    private static boolean isAddress(String host) {
        return host.contains(":") || host.matches("\\d+\\.\\d+\\.\\d+\\.\\d+");
    }
}
