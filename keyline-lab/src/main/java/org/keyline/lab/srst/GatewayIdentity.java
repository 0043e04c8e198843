package org.keyline.lab.srst;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.keyline.lab.files.Octets;

/**
 * A gateway's key and certificate.
 *
 * @param key its key
 * @param chain its certificate, then those of its issuers
 */
public record GatewayIdentity(PrivateKey key, List<X509Certificate> chain) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Duration YEAR = Duration.ofDays(365);
    private static final int USUAL_BITS = 2048;

    public GatewayIdentity {
        chain = List.copyOf(chain);
    }

    /** A certificate the gateway signed itself, good for a year. */
    public static GatewayIdentity selfSigned(String name) throws GeneralSecurityException, IOException {
        return selfSigned(name, USUAL_BITS, Instant.now());
    }

    /** The same with an RSA key of so many bits. */
    public static GatewayIdentity withKeyOf(int bits, String name) throws GeneralSecurityException, IOException {
        return selfSigned(name, bits, Instant.now());
    }

    /** A certificate that ended a year ago. */
    public static GatewayIdentity expired(String name) throws GeneralSecurityException, IOException {
        return selfSigned(name, USUAL_BITS, Instant.now().minus(YEAR.multipliedBy(2)));
    }

    private static GatewayIdentity selfSigned(String name, int bits, Instant from)
            throws GeneralSecurityException, IOException {
        var keys = rsa(bits);
        var subject = new X500Name("CN=" + name);
        return new GatewayIdentity(
                keys.getPrivate(), List.of(certificate(subject, subject, keys, keys.getPrivate(), from)));
    }

    /** A certificate that this one issued; issued ones can issue others. */
    public GatewayIdentity issues(String name) throws GeneralSecurityException, IOException {
        var keys = rsa(USUAL_BITS);
        var issuer =
                X500Name.getInstance(certificate().getSubjectX500Principal().getEncoded());
        var issued = new ArrayList<X509Certificate>();
        issued.add(certificate(issuer, new X500Name("CN=" + name), keys, key, Instant.now()));
        issued.addAll(chain);
        return new GatewayIdentity(keys.getPrivate(), issued);
    }

    private static KeyPair rsa(int bits) throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(bits);
        return generator.generateKeyPair();
    }

    private static X509Certificate certificate(
            X500Name issuer, X500Name subject, KeyPair keys, PrivateKey signer, Instant from)
            throws GeneralSecurityException, IOException {
        try {
            var builder = new JcaX509v3CertificateBuilder(
                    issuer,
                    new BigInteger(64, RANDOM).setBit(63),
                    Date.from(from.minus(Duration.ofMinutes(1))),
                    Date.from(from.plus(YEAR)),
                    subject,
                    keys.getPublic());
            return new JcaX509CertificateConverter()
                    .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(signer)));
        } catch (OperatorCreationException e) {
            throw new IOException(e);
        }
    }

    /** The gateway's own certificate. */
    public X509Certificate certificate() {
        return chain.getFirst();
    }

    /** The SHA-256 of its certificate as people compare it: pairs of digits with colons between. */
    public String fingerprint() throws GeneralSecurityException {
        var digest = Octets.of(certificate().getEncoded()).digest("SHA-256").toArray();
        return HexFormat.ofDelimiter(":").withUpperCase().formatHex(digest);
    }

    /** Whether its key is so short that no signature of TLS 1.3 fits into it. */
    boolean needsOlderTls() {
        return certificate().getPublicKey() instanceof RSAPublicKey rsa
                && rsa.getModulus().bitLength() < 1024;
    }

    SSLContext context() throws GeneralSecurityException, IOException {
        var nothing = new char[0];
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, nothing);
        store.setKeyEntry("gateway", key, nothing, chain.toArray(X509Certificate[]::new));
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, nothing);
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }
}
