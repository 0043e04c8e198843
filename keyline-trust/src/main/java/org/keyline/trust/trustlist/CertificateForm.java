package org.keyline.trust.trustlist;

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
public final class CertificateForm {
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

    private CertificateForm() {}

    /** What is wrong with a certificate. */
    public enum Flaw {
        /** It is none. */
        UNREADABLE,
        /** No issuer name. */
        NO_ISSUER,
        /** An issuer name that is no text. */
        UNFIT_ISSUER,
        /** An issuer name longer than 256 characters. */
        LONG_ISSUER,
        /** No subject name. */
        NO_SUBJECT,
        /** A subject name that is no text. */
        UNFIT_SUBJECT,
        /** A subject name longer than 256 characters. */
        LONG_SUBJECT,
        /** A serial number that is not positive. */
        UNFIT_SERIAL,
        /** A serial number longer than 256 digits. */
        LONG_SERIAL,
        /** Dates that cannot be read, or end before they begin. */
        UNFIT_DATES,
        /** No public key. */
        NO_KEY,
        /** A key of another kind than RSA. */
        NOT_RSA,
        /** An RSA key that is none. */
        UNFIT_KEY,
        /** A key longer than 512 bytes. */
        LONG_KEY,
        /** No signature. */
        NO_SIGNATURE,
        /** A signature of an algorithm nobody knows, or trusts any more. */
        UNFIT_ALGORITHM,
        /** A signature longer than 1024 bytes. */
        LONG_SIGNATURE
    }

    /**
     * The certificate in {@code der}, whatever its dates.
     *
     * @throws UnfitCertificateException with what is wrong with it
     */
    public static X509Certificate read(Octets der) throws UnfitCertificateException {
        try {
            var parts = ASN1Sequence.getInstance(der.bytes());
            require(parts.size() >= PARTS, Flaw.NO_SIGNATURE, "");
            requireIssuer(ASN1Sequence.getInstance(parts.getObjectAt(0)));
            examine(Certificate.getInstance(parts));
            return Certificates.parse(der.bytes());
        } catch (CertificateException | IllegalArgumentException | IllegalStateException | ClassCastException e) {
            throw new UnfitCertificateException(Flaw.UNREADABLE, String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * The library reads no certificate without an issuer; its place is before the dates, after the signature's type.
     */
    private static void requireIssuer(ASN1Sequence content) throws UnfitCertificateException {
        var place = content.getObjectAt(0) instanceof ASN1TaggedObject ? ISSUER + 1 : ISSUER;
        require(
                content.size() > place
                        && X500Name.getInstance(content.getObjectAt(place)).getRDNs().length > 0,
                Flaw.NO_ISSUER,
                "");
    }

    private static void examine(Certificate certificate) throws UnfitCertificateException {
        var subject = name(certificate.getSubject(), Flaw.NO_SUBJECT, Flaw.UNFIT_SUBJECT, Flaw.LONG_SUBJECT);
        name(certificate.getIssuer(), Flaw.NO_ISSUER, Flaw.UNFIT_ISSUER, Flaw.LONG_ISSUER);
        serial(certificate.getSerialNumber().getValue(), subject);
        dates(certificate, subject);
        publicKey(certificate.getSubjectPublicKeyInfo(), subject);
        signature(certificate, subject);
    }

    private static String name(X500Name name, Flaw missing, Flaw invalid, Flaw tooLong)
            throws UnfitCertificateException {
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
            throw new UnfitCertificateException(invalid, String.valueOf(e.getMessage()), e);
        }
        require(text.length() <= LONGEST_NAME, tooLong, text.length() + " > " + LONGEST_NAME);
        return text;
    }

    private static boolean isSaid(String text) {
        return !text.isBlank() && text.chars().noneMatch(Character::isISOControl);
    }

    private static void serial(BigInteger serial, String subject) throws UnfitCertificateException {
        require(serial.signum() > 0, Flaw.UNFIT_SERIAL, subject);
        require(serial.toString(16).length() <= LONGEST_SERIAL, Flaw.LONG_SERIAL, subject);
    }

    private static void dates(Certificate certificate, String subject) throws UnfitCertificateException {
        Instant begins;
        Instant ends;
        try {
            begins = certificate.getStartDate().getDate().toInstant();
            ends = certificate.getEndDate().getDate().toInstant();
        } catch (IllegalStateException unreadable) {
            throw new UnfitCertificateException(Flaw.UNFIT_DATES, subject, unreadable);
        }
        require(begins.isBefore(ends), Flaw.UNFIT_DATES, subject);
    }

    private static void publicKey(SubjectPublicKeyInfo key, String subject) throws UnfitCertificateException {
        var length = key.getPublicKeyData().getBytes().length;
        require(length > 0, Flaw.NO_KEY, subject);
        var type = key.getAlgorithm().getAlgorithm();
        require(
                type.equals(PKCSObjectIdentifiers.rsaEncryption) || type.equals(X509ObjectIdentifiers.id_ea_rsa),
                Flaw.NOT_RSA,
                subject);
        require(isRsa(key), Flaw.UNFIT_KEY, subject);
        require(length <= LONGEST_PUBLIC_KEY, Flaw.LONG_KEY, subject + ": " + length + " bytes");
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

    private static void signature(Certificate certificate, String subject) throws UnfitCertificateException {
        var algorithm = certificate.getSignatureAlgorithm();
        require(certificate.getSignature().getBytes().length > 0, Flaw.NO_SIGNATURE, subject);
        require(
                SIGNATURES.contains(algorithm.getAlgorithm())
                        && algorithm.equals(certificate.getTBSCertificate().getSignature()),
                Flaw.UNFIT_ALGORITHM,
                subject + ": " + algorithm.getAlgorithm());
        var length = certificate.getSignature().getBytes().length;
        require(length <= LONGEST_SIGNATURE, Flaw.LONG_SIGNATURE, subject + ": " + length + " bytes");
    }

    private static void require(boolean holds, Flaw otherwise, String detail) throws UnfitCertificateException {
        if (!holds) {
            throw new UnfitCertificateException(otherwise, detail);
        }
    }
}
