package org.keyline.trust.authority;

import java.io.IOException;
import java.security.PublicKey;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.Attribute;
import org.bouncycastle.asn1.pkcs.CertificationRequest;
import org.bouncycastle.asn1.pkcs.CertificationRequestInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.DigestInfo;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.PKCSException;
import org.keyline.trust.certificate.CertificateProfile;
import org.keyline.trust.certificate.Certificates;
import org.keyline.trust.secret.Secret;

/**
 * A request for a phone's certificate (PKCS #10) that only the phone can sign: its private key never leaves it. CAPF
 * writes the request, hands the phone what is to be signed, and puts the signature in.
 *
 * @param device whose certificate it is
 * @param key the phone's public key
 * @param info everything that is signed
 */
public record PhoneRequest(String device, PublicKey key, CertificationRequestInfo info) {
    private static final int USAGE = KeyUsage.digitalSignature | KeyUsage.keyEncipherment;
    private static final AlgorithmIdentifier SHA256 =
            new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256, DERNull.INSTANCE);

    /**
     * A request with the usages that phones' certificates need (spec CAPF-030).
     *
     * @param challenge the challenge password of SCEP; an empty one is left out
     */
    static PhoneRequest of(String device, PublicKey key, X500Name subject, Secret challenge) {
        var attributes = new ASN1EncodableVector();
        attributes.add(extensions());
        if (challenge.length() > 0) {
            attributes.add(challenge(challenge));
        }
        var info = new CertificationRequestInfo(
                subject, SubjectPublicKeyInfo.getInstance(key.getEncoded()), new DERSet(attributes));
        return new PhoneRequest(device, key, info);
    }

    private static Attribute extensions() {
        try {
            var extensions = new ExtensionsGenerator();
            extensions.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            extensions.addExtension(Extension.keyUsage, true, new KeyUsage(USAGE));
            extensions.addExtension(Extension.extendedKeyUsage, false, CertificateProfile.phoneKeyPurposes());
            return new Attribute(PKCSObjectIdentifiers.pkcs_9_at_extensionRequest, new DERSet(extensions.generate()));
        } catch (IOException e) {
            throw new IllegalStateException("A certificate extension cannot be encoded", e);
        }
    }

    private static Attribute challenge(Secret password) {
        var bytes = password.utf8();
        try {
            var text = new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
            var value =
                    DERPrintableString.isPrintableString(text) ? new DERPrintableString(text) : new DERUTF8String(text);
            return new Attribute(PKCSObjectIdentifiers.pkcs_9_at_challengePassword, new DERSet(value));
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    /**
     * What the phone signs with its bare private-key operation: for RSA the DigestInfo that PKCS #1 type 1 padding goes
     * around, for an elliptic curve the digest. The digest is SHA-256.
     */
    public byte[] toSign() {
        var digest = Certificates.digest("SHA-256", encoded());
        if (!isRsa()) {
            return digest;
        }
        try {
            return new DigestInfo(SHA256, digest).getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new IllegalStateException("A digest cannot be encoded", e);
        }
    }

    private byte[] encoded() {
        try {
            return info.getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new IllegalStateException("A request just made cannot be encoded", e);
        }
    }

    private boolean isRsa() {
        return key.getAlgorithm().equals("RSA");
    }

    /**
     * The whole request.
     *
     * @param signature what the phone made of {@link #toSign}
     * @throws NotSigned when it was not made with the key in the request
     */
    PKCS10CertificationRequest signed(byte[] signature) throws NotSigned {
        var algorithm = isRsa()
                ? new AlgorithmIdentifier(PKCSObjectIdentifiers.sha256WithRSAEncryption, DERNull.INSTANCE)
                : new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);
        var request =
                new PKCS10CertificationRequest(new CertificationRequest(info, algorithm, new DERBitString(signature)));
        try {
            if (request.isSignatureValid(new JcaContentVerifierProviderBuilder().build(key))) {
                return request;
            }
        } catch (OperatorCreationException | PKCSException | RuntimeException unreadable) {
            throw new NotSigned(unreadable);
        }
        throw new NotSigned(new IOException("The signature does not fit the key"));
    }

    /** Names the device only: the request may hold a challenge password. */
    @Override
    public String toString() {
        return "PhoneRequest[" + device + ", " + key.getAlgorithm() + "]";
    }

    /** The phone's signature is not one over the request with the key in it. */
    public static final class NotSigned extends Exception {
        private static final long serialVersionUID = 1L;

        NotSigned(Throwable cause) {
            super("The phone's signature does not fit its request", cause);
        }
    }
}
