package org.keyline.lab.trust;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.keyline.lab.files.Octets;

/** Somebody with a name, a key and a certificate: a token, a server, a stranger. */
public record TestAuthority(KeyPair keys, X509Certificate certificate) {
    private static final Map<String, TestAuthority> MADE = new ConcurrentHashMap<>();

    /** The authority of that name: always the same one in a test run. */
    public static TestAuthority named(String name) {
        return MADE.computeIfAbsent(name, TestAuthority::make);
    }

    private static TestAuthority make(String name) {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            var keys = generator.generateKeyPair();
            return new TestAuthority(keys, certificate(name, name, keys.getPublic(), keys));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A certificate for another, signed by this one. */
    public X509Certificate issues(String subject, PublicKey key) {
        return certificate(subject, commonName(), key, keys);
    }

    private String commonName() {
        return Certificates.commonName(certificate).orElseThrow();
    }

    private static X509Certificate certificate(String subject, String issuer, PublicKey key, KeyPair signer) {
        try {
            var now = Instant.now();
            var builder = new JcaX509v3CertificateBuilder(
                    new X500Name("CN=" + issuer + ",O=Lab"),
                    BigInteger.valueOf(System.nanoTime() & Long.MAX_VALUE),
                    Date.from(now.minus(Duration.ofHours(1))),
                    Date.from(now.plus(Duration.ofDays(30))),
                    new X500Name("CN=" + subject + ",O=Lab"),
                    key);
            return new JcaX509CertificateConverter()
                    .getCertificate(
                            builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(signer.getPrivate())));
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As trust lists name it. */
    public Signer identity() {
        var magnitude = Octets.of(certificate.getSerialNumber().toByteArray());
        return new Signer(magnitude.at(0) == 0 ? magnitude.from(1) : magnitude, name());
    }

    /** The name as the lists write it. */
    public String name() {
        return "CN=" + commonName() + ";O=Lab";
    }
}
