package org.keyline.ctl;

import java.io.IOException;
import java.math.BigInteger;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Set;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.X509ObjectIdentifiers;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.keyline.trust.certificate.Certificates;
import org.keyline.trust.certificate.DistinguishedNameText;
import org.keyline.trust.tlv.Octets;

/**
 * What the certificate of a token or a server must have before it goes into a CTL file (CTL9-32, CTL9-33). It looks at
 * the bytes themselves: much of what is wrong here would keep the Java runtime from reading the certificate at all, and
 * the administrator shall be told what it is.
 */
public final class CertificateCheck {
    private static final int LONGEST_NAME = 256;
    private static final int LONGEST_SERIAL = 256;
    private static final int LONGEST_SIGNATURE = 1024;
    private static final int LONGEST_PUBLIC_KEY = 512;
    private static final int FEWEST_KEY_BITS = 512;
    private static final int PARTS = 3;
    private static final int ISSUER = 2;

    private static final Set<ASN1ObjectIdentifier> SIGNATURES = Set.of(
            PKCSObjectIdentifiers.sha1WithRSAEncryption,
            PKCSObjectIdentifiers.sha224WithRSAEncryption,
            PKCSObjectIdentifiers.sha256WithRSAEncryption,
            PKCSObjectIdentifiers.sha384WithRSAEncryption,
            PKCSObjectIdentifiers.sha512WithRSAEncryption,
            PKCSObjectIdentifiers.id_RSASSA_PSS,
            X9ObjectIdentifiers.ecdsa_with_SHA256,
            X9ObjectIdentifiers.ecdsa_with_SHA384,
            X9ObjectIdentifiers.ecdsa_with_SHA512);

    private CertificateCheck() {}

    /** What is said of bytes that are no certificate at all. */
    public enum Bearer {
        /** A server. */
        SERVER(CtlMessage.CERTIFICATE_INVALID),
        /** A security token. */
        TOKEN(CtlMessage.NO_VALID_CERTIFICATE);

        private final CtlMessage unreadable;

        Bearer(CtlMessage unreadable) {
            this.unreadable = unreadable;
        }
    }

    /**
     * The certificate in {@code der}, whatever its dates.
     *
     * @throws ProviderException with what is wrong with it
     */
    public static X509Certificate read(Octets der, Bearer bearer) throws ProviderException {
        try {
            var parts = ASN1Sequence.getInstance(der.bytes());
            require(parts.size() >= PARTS, CtlMessage.NO_SIGNATURE, "");
            requireIssuer(ASN1Sequence.getInstance(parts.getObjectAt(0)));
            examine(Certificate.getInstance(parts));
            return Certificates.parse(der.bytes());
        } catch (CertificateException | IllegalArgumentException | IllegalStateException | ClassCastException e) {
            throw new ProviderException(bearer.unreadable, String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * The library reads no certificate without an issuer; its place is before the dates, after the signature's type.
     */
    private static void requireIssuer(ASN1Sequence content) throws ProviderException {
        var place = content.getObjectAt(0) instanceof ASN1TaggedObject ? ISSUER + 1 : ISSUER;
        require(
                content.size() > place
                        && X500Name.getInstance(content.getObjectAt(place)).getRDNs().length > 0,
                CtlMessage.NO_ISSUER_NAME,
                "");
    }

    /** Everything, and that it is valid now. */
    static void require(X509Certificate certificate, Instant now) throws CtlRefusal {
        try {
            var _ = read(Octets.of(Certificates.der(certificate)), Bearer.SERVER);
            requireValid(certificate, now);
        } catch (ProviderException e) {
            throw new CtlRefusal(e.reason(), e.detail());
        }
    }

    /** Whether {@code now} lies within the validity of {@code certificate}. */
    public static void requireValid(X509Certificate certificate, Instant now) throws ProviderException {
        var subject = DistinguishedNameText.subject(certificate);
        var begins = certificate.getNotBefore().toInstant();
        var ends = certificate.getNotAfter().toInstant();
        require(
                begins.isBefore(ends) && !now.isBefore(begins),
                CtlMessage.CERTIFICATE_DATE_INVALID,
                subject + ": " + begins + " – " + ends + " (" + now + ")");
        require(!now.isAfter(ends), CtlMessage.CERTIFICATE_EXPIRED, subject + ": " + ends);
    }

    private static void examine(Certificate certificate) throws ProviderException {
        var subject = name(
                certificate.getSubject(),
                CtlMessage.NO_SUBJECT_NAME,
                CtlMessage.INVALID_SUBJECT_NAME,
                CtlMessage.SUBJECT_NAME_TOO_LONG);
        name(
                certificate.getIssuer(),
                CtlMessage.NO_ISSUER_NAME,
                CtlMessage.INVALID_ISSUER_NAME,
                CtlMessage.ISSUER_NAME_TOO_LONG);
        serial(certificate.getSerialNumber().getValue(), subject);
        dates(certificate, subject);
        publicKey(certificate.getSubjectPublicKeyInfo(), subject);
        signature(certificate, subject);
    }

    private static String name(X500Name name, CtlMessage missing, CtlMessage invalid, CtlMessage tooLong)
            throws ProviderException {
        require(name.getRDNs().length > 0, missing, "");
        for (var rdn : name.getRDNs()) {
            for (var attribute : rdn.getTypesAndValues()) {
                require(
                        attribute.getValue() instanceof ASN1String text && isSaid(text.getString()),
                        invalid,
                        attribute.getType().getId());
            }
        }
        String text;
        try {
            text = DistinguishedNameText.of(new X500Principal(name.getEncoded()));
        } catch (IOException | IllegalArgumentException e) {
            throw new ProviderException(invalid, String.valueOf(e.getMessage()), e);
        }
        require(text.length() <= LONGEST_NAME, tooLong, text.length() + " > " + LONGEST_NAME);
        return text;
    }

    private static boolean isSaid(String text) {
        return !text.isBlank() && text.chars().noneMatch(Character::isISOControl);
    }

    private static void serial(BigInteger serial, String subject) throws ProviderException {
        require(serial.signum() > 0, CtlMessage.INVALID_SERIAL, subject);
        require(serial.toString(16).length() <= LONGEST_SERIAL, CtlMessage.SERIAL_TOO_LONG, subject);
    }

    private static void dates(Certificate certificate, String subject) throws ProviderException {
        Instant begins;
        Instant ends;
        try {
            begins = certificate.getStartDate().getDate().toInstant();
            ends = certificate.getEndDate().getDate().toInstant();
        } catch (IllegalStateException unreadable) {
            throw new ProviderException(CtlMessage.CERTIFICATE_DATE_INVALID, subject, unreadable);
        }
        require(begins.isBefore(ends), CtlMessage.CERTIFICATE_DATE_INVALID, subject);
    }

    private static void publicKey(SubjectPublicKeyInfo key, String subject) throws ProviderException {
        var length = key.getPublicKeyData().getBytes().length;
        require(length > 0, CtlMessage.NO_PUBLIC_KEY, subject);
        var type = key.getAlgorithm().getAlgorithm();
        require(
                type.equals(PKCSObjectIdentifiers.rsaEncryption) || type.equals(X509ObjectIdentifiers.id_ea_rsa),
                CtlMessage.CERTIFICATE_NOT_RSA,
                subject);
        require(isRsa(key), CtlMessage.INVALID_PUBLIC_KEY, subject);
        require(length <= LONGEST_PUBLIC_KEY, CtlMessage.PUBLIC_KEY_TOO_LONG, subject + ": " + length + " bytes");
    }

    private static boolean isRsa(SubjectPublicKeyInfo info) {
        try {
            var key = org.bouncycastle.asn1.pkcs.RSAPublicKey.getInstance(info.parsePublicKey());
            return key.getModulus().bitLength() >= FEWEST_KEY_BITS
                    && key.getModulus().testBit(0)
                    && key.getPublicExponent().testBit(0)
                    && key.getPublicExponent().compareTo(BigInteger.ONE) > 0;
        } catch (IOException | IllegalArgumentException noKey) {
            return false;
        }
    }

    private static void signature(Certificate certificate, String subject) throws ProviderException {
        var algorithm = certificate.getSignatureAlgorithm();
        require(certificate.getSignature().getBytes().length > 0, CtlMessage.NO_SIGNATURE, subject);
        require(
                SIGNATURES.contains(algorithm.getAlgorithm())
                        && algorithm.equals(certificate.getTBSCertificate().getSignature()),
                CtlMessage.INVALID_SIGNATURE_ALGORITHM,
                subject + ": " + algorithm.getAlgorithm());
        var length = certificate.getSignature().getBytes().length;
        require(length <= LONGEST_SIGNATURE, CtlMessage.SIGNATURE_TOO_LONG, subject + ": " + length + " bytes");
    }

    private static void require(boolean holds, CtlMessage otherwise, String detail) throws ProviderException {
        if (!holds) {
            throw new ProviderException(otherwise, detail);
        }
    }
}
