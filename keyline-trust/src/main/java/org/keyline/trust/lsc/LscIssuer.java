package org.keyline.trust.lsc;

import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.keyline.trust.certificate.CertificateProfile;
import org.keyline.trust.certificate.CertificateSignature;
import org.keyline.trust.certificate.Certificates;
import org.keyline.trust.certificate.KeyMaterial;
import org.keyline.trust.certificate.KeyType;
import org.keyline.trust.certificate.SerialNumbers;

/**
 * Issues LSCs with CAPF's own key (CAPF sheet, section 6).
 *
 * @param capf the CAPF certificate and its key
 * @param validityYears how long LSCs are valid, 1 to 30 years
 * @param signature SHA-256; SHA-1 only for firmware that refuses it
 * @param clock when "now" is
 */
public record LscIssuer(KeyMaterial capf, int validityYears, CertificateSignature signature, Clock clock) {
    private static final Duration CLOCK_TOLERANCE = Duration.ofHours(24);
    private static final int LONGEST_VALIDITY_YEARS = 30;
    private static final int USAGE = KeyUsage.digitalSignature | KeyUsage.keyEncipherment;

    /** What an LSC takes over from CAPF's subject, beside the common name of its own. */
    private static final List<ASN1ObjectIdentifier> COPIED =
            List.of(BCStyle.OU, BCStyle.O, BCStyle.L, BCStyle.ST, BCStyle.C);

    /** Checks the validity. */
    public LscIssuer {
        if (validityYears < 1 || validityYears > LONGEST_VALIDITY_YEARS) {
            throw new IllegalArgumentException(
                    "LSCs are valid for 1 to " + LONGEST_VALIDITY_YEARS + " years, not " + validityYears);
        }
    }

    /** An issuer that signs with SHA-256 and goes by the system's clock. */
    public LscIssuer(KeyMaterial capf, int validityYears) {
        this(capf, validityYears, CertificateSignature.SHA256, Clock.systemUTC());
    }

    /**
     * A new LSC for {@code deviceName}.
     *
     * @param key the public key that the phone made
     * @param requested the type that the phone was told to make
     * @throws UnacceptableKeyException when the key is of another type, or weak
     */
    public X509Certificate issue(String deviceName, PublicKey key, KeyType requested) throws UnacceptableKeyException {
        DeviceIdentity.requireDeviceName(deviceName);
        PhonePublicKey.check(key, requested);
        var issuer = X500Name.getInstance(
                capf.certificate().getSubjectX500Principal().getEncoded());
        var now = clock.instant();
        var builder = new JcaX509v3CertificateBuilder(
                issuer,
                SerialNumbers.random(),
                Date.from(now.minus(CLOCK_TOLERANCE)),
                Date.from(CertificateProfile.yearsAfter(now, validityYears)),
                subjectOf(deviceName, issuer),
                key);
        try {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
                    .addExtension(Extension.keyUsage, true, new KeyUsage(USAGE))
                    .addExtension(Extension.extendedKeyUsage, false, CertificateProfile.phoneKeyPurposes());
        } catch (CertIOException e) {
            throw new IllegalStateException("A certificate extension cannot be encoded", e);
        }
        return Certificates.of(builder.build(signature.with(capf.key())));
    }

    /**
     * The subject of a device's LSC.
     *
     * @param issuer whose organisation it takes over
     */
    public static X500Name subjectOf(String deviceName, X500Name issuer) {
        DeviceIdentity.requireDeviceName(deviceName);
        var subject = new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.CN, deviceName);
        for (var type : COPIED) {
            for (var rdn : issuer.getRDNs(type)) {
                subject.addRDN(type, rdn.getFirst().getValue());
            }
        }
        return subject.build();
    }
}
