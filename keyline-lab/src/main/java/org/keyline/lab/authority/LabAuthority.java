package org.keyline.lab.authority;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.PKCSException;

/** A certificate authority with one RSA key. It keeps what it was asked and decides as it is told. */
public final class LabAuthority {
    private static final Duration VALIDITY = Duration.ofDays(400);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final PrivateKey key;
    private final X509Certificate certificate;
    private final List<PKCS10CertificationRequest> requests = new CopyOnWriteArrayList<>();
    private volatile Manner manner = Manner.GRANTS;
    private final AtomicInteger undecided = new AtomicInteger();
    private volatile String password = "";

    /** How it answers requests. */
    public enum Manner {
        /** Issues what is asked for. */
        GRANTS,
        /** Says no. */
        REJECTS,
        /** Never decides. */
        HESITATES,
        /** Issues for a key that nobody asked for. */
        MISTAKES_THE_KEY,
        /** Issues for another name. */
        MISTAKES_THE_NAME,
        /** Issues what is over already. */
        ISSUES_EXPIRED,
        /** Answers bytes that mean nothing. */
        BABBLES
    }

    private LabAuthority(PrivateKey key, X509Certificate certificate) {
        this.key = key;
        this.certificate = certificate;
    }

    /** A new one of this common name. */
    public static LabAuthority called(String name) throws GeneralSecurityException, IOException {
        var keys = rsa();
        var subject = new X500Name("CN=" + name + ",O=Lab");
        var builder = builder(
                        subject,
                        subject,
                        SubjectPublicKeyInfo.getInstance(keys.getPublic().getEncoded()))
                .addExtension(Extension.basicConstraints, true, new BasicConstraints(true))
                .addExtension(
                        Extension.keyUsage,
                        true,
                        new KeyUsage(KeyUsage.keyCertSign
                                | KeyUsage.cRLSign
                                | KeyUsage.digitalSignature
                                | KeyUsage.keyEncipherment));
        return new LabAuthority(keys.getPrivate(), signed(builder, keys.getPrivate()));
    }

    /** From now on it answers so. */
    public LabAuthority answering(Manner other) {
        manner = other;
        return this;
    }

    /** From now on it takes so many questions before it decides on a request. */
    public LabAuthority hesitating(int times) {
        undecided.set(times);
        return this;
    }

    /** From now on it wants this password: as challenge in SCEP, of the user {@code capf} in EST. */
    public LabAuthority wanting(String secret) {
        password = secret;
        return this;
    }

    /** Its certificate. */
    public X509Certificate certificate() {
        return certificate;
    }

    /** The SHA-256 of its certificate, as administrators write it. */
    public String fingerprint() throws GeneralSecurityException {
        var digest = java.security.MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
        return HexFormat.ofDelimiter(":").withUpperCase().formatHex(digest);
    }

    /** What it was asked to sign, oldest first. */
    public List<PKCS10CertificationRequest> requests() {
        return List.copyOf(requests);
    }

    PrivateKey key() {
        return key;
    }

    Manner manner() {
        return manner;
    }

    String password() {
        return password;
    }

    /** Notes a request whose signature is right. */
    void take(PKCS10CertificationRequest request) throws IOException {
        try {
            var verifier = new JcaContentVerifierProviderBuilder().build(request.getSubjectPublicKeyInfo());
            if (!request.isSignatureValid(verifier)) {
                throw new IOException("The request is not signed with its key");
            }
        } catch (OperatorCreationException | PKCSException e) {
            throw new IOException("The request's signature cannot be read", e);
        }
        requests.add(request);
    }

    /** Whether it has decided; each question brings it nearer. */
    boolean decides() {
        if (manner == Manner.HESITATES) {
            return false;
        }
        return undecided.getAndUpdate(left -> Math.max(0, left - 1)) == 0;
    }

    /** The challenge password in a request. */
    static Optional<String> challenge(PKCS10CertificationRequest request) {
        return attribute(request, PKCSObjectIdentifiers.pkcs_9_at_challengePassword)
                .map(value -> ((ASN1String) value).getString());
    }

    private static Optional<ASN1Encodable> attribute(PKCS10CertificationRequest request, ASN1ObjectIdentifier type) {
        var found = request.getAttributes(type);
        return found.length == 0
                ? Optional.empty()
                : Optional.of(found[0].getAttrValues().getObjectAt(0));
    }

    /** The certificate for a request, with the mistakes it was told to make. */
    X509Certificate issue(PKCS10CertificationRequest request) throws GeneralSecurityException, IOException {
        var subject = manner == Manner.MISTAKES_THE_NAME ? new X500Name("CN=SEPFFFFFFFFFFFF") : request.getSubject();
        var info = manner == Manner.MISTAKES_THE_KEY
                ? SubjectPublicKeyInfo.getInstance(rsa().getPublic().getEncoded())
                : request.getSubjectPublicKeyInfo();
        var start = manner == Manner.ISSUES_EXPIRED ? Instant.now().minus(VALIDITY.multipliedBy(2)) : Instant.now();
        var issuer = X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
        var builder = builder(issuer, subject, info, start);
        var wanted = attribute(request, PKCSObjectIdentifiers.pkcs_9_at_extensionRequest);
        if (wanted.isPresent()) {
            var extensions = Extensions.getInstance(wanted.get());
            for (var type : extensions.getExtensionOIDs()) {
                builder.addExtension(extensions.getExtension(type));
            }
        }
        return signed(builder, key);
    }

    /** A server's certificate and key, for {@code localhost} and 127.0.0.1. */
    ServerIdentity server() throws GeneralSecurityException, IOException {
        var keys = rsa();
        var issuer = X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
        var names = new GeneralNames(new GeneralName[] {
            new GeneralName(GeneralName.dNSName, "localhost"), new GeneralName(GeneralName.iPAddress, "127.0.0.1")
        });
        var builder = builder(
                        issuer,
                        new X500Name("CN=localhost"),
                        SubjectPublicKeyInfo.getInstance(keys.getPublic().getEncoded()))
                .addExtension(Extension.subjectAlternativeName, false, names);
        return new ServerIdentity(keys.getPrivate(), List.of(signed(builder, key), certificate));
    }

    /** What a TLS server shows. */
    record ServerIdentity(PrivateKey key, List<X509Certificate> chain) {}

    private static KeyPair rsa() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair();
    }

    private static X509v3CertificateBuilder builder(X500Name issuer, X500Name subject, SubjectPublicKeyInfo key) {
        return builder(issuer, subject, key, Instant.now());
    }

    private static X509v3CertificateBuilder builder(
            X500Name issuer, X500Name subject, SubjectPublicKeyInfo key, Instant now) {
        return new X509v3CertificateBuilder(
                issuer,
                new BigInteger(96, RANDOM).setBit(95),
                Date.from(now.minus(Duration.ofMinutes(1))),
                Date.from(now.plus(VALIDITY)),
                subject,
                key);
    }

    private static X509Certificate signed(X509v3CertificateBuilder builder, PrivateKey key)
            throws GeneralSecurityException, IOException {
        try {
            X509CertificateHolder holder = builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(key));
            return new JcaX509CertificateConverter().getCertificate(holder);
        } catch (OperatorCreationException e) {
            throw new IOException(e);
        }
    }
}
