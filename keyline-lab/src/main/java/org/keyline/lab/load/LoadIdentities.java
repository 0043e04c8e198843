package org.keyline.lab.load;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.keyline.lab.trust.PhoneIdentity;

/** The certificates of the phones of a load test, by device name. */
interface LoadIdentities {
    /** The certificate and key of that phone. */
    PhoneIdentity of(String deviceName);

    /** Ready-made ones: {@code NAME.crt} and {@code NAME.key} in a directory. */
    static LoadIdentities in(Path directory) {
        var read = new ConcurrentHashMap<String, PhoneIdentity>();
        return name -> read.computeIfAbsent(name, _ -> {
            try {
                return new PhoneIdentity(
                        Pem.key(directory.resolve(name + ".key")), Pem.certificate(directory.resolve(name + ".crt")));
            } catch (IOException | GeneralSecurityException e) {
                throw new IllegalStateException("no identity for " + name + " in " + directory, e);
            }
        });
    }

    /** Those a real enrolment gave. */
    static LoadIdentities enrolled(Map<String, PhoneIdentity> identities) {
        return name -> {
            var identity = identities.get(name);
            if (identity == null) {
                throw new IllegalStateException(name + " was not enrolled");
            }
            return identity;
        };
    }

    /** Issued here by the given CA, one certificate a phone, all with one RSA key of 2048 bits. */
    static LoadIdentities issuedBy(X509Certificate issuer, PrivateKey issuerKey) {
        var keys = rsa();
        var issued = new ConcurrentHashMap<String, PhoneIdentity>();
        return name -> issued.computeIfAbsent(
                name, _ -> new PhoneIdentity(keys.getPrivate(), certificate(name, keys, issuer, issuerKey)));
    }

    /** A fresh RSA key of 2048 bits. */
    static KeyPair rsa() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has RSA", e);
        }
    }

    /** A certificate such as CAPF issues: CN is the device name, the rest of the subject the issuer's. */
    private static X509Certificate certificate(
            String name, KeyPair keys, X509Certificate issuer, PrivateKey issuerKey) {
        try {
            var builder = new JcaX509v3CertificateBuilder(
                    issuer,
                    new BigInteger(127, new SecureRandom()),
                    Date.from(Instant.now().minus(Duration.ofHours(12))),
                    Date.from(Instant.now().plus(Duration.ofDays(365))),
                    subject(name, issuer),
                    keys.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            builder.addExtension(
                    Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature | KeyUsage.keyEncipherment));
            var algorithm = issuerKey.getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
            return new JcaX509CertificateConverter()
                    .getCertificate(builder.build(new JcaContentSignerBuilder(algorithm).build(issuerKey)));
        } catch (CertIOException | GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException("cannot issue a certificate for " + name, e);
        }
    }

    private static X500Name subject(String name, X509Certificate issuer) {
        var subject = new X500NameBuilder(BCStyle.INSTANCE);
        for (var part : X500Name.getInstance(issuer.getSubjectX500Principal().getEncoded())
                .getRDNs()) {
            if (part.getFirst().getType().equals(BCStyle.CN)) {
                subject.addRDN(BCStyle.CN, name);
            } else {
                subject.addRDN(part.getFirst().getType(), part.getFirst().getValue());
            }
        }
        return subject.build();
    }
}
