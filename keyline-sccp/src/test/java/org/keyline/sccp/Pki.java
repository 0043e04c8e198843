package org.keyline.sccp;

import java.net.InetAddress;
import java.security.KeyManagementException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.bouncycastle.asn1.x500.X500Name;
import org.keyline.trust.certificate.CertificateProfile;
import org.keyline.trust.certificate.CertificatePurpose;
import org.keyline.trust.certificate.CertificateSignature;
import org.keyline.trust.certificate.KeyMaterial;
import org.keyline.trust.certificate.KeyType;
import org.keyline.trust.certificate.NodeIdentity;
import org.keyline.trust.lsc.LscIssuer;
import org.keyline.trust.lsc.PhoneCertificates;

/** A node's certificates, and phones with good and bad ones. */
final class Pki {
    private static final NodeIdentity NODE =
            new NodeIdentity("node1", List.of(InetAddress.getLoopbackAddress()), "Test");
    private static final CertificateProfile PROFILE = new CertificateProfile(Clock.systemUTC());

    final KeyMaterial server = PROFILE.create(CertificatePurpose.CALLMANAGER, NODE, KeyType.RSA_2048);
    final KeyMaterial capf = PROFILE.create(CertificatePurpose.CAPF, NODE, KeyType.RSA_2048);
    private final KeyMaterial stranger = PROFILE.create(
            CertificatePurpose.CAPF, new NodeIdentity("elsewhere", List.of(), "Elsewhere"), KeyType.RSA_2048);

    KeyMaterial anotherServer() {
        return PROFILE.create(CertificatePurpose.CALLMANAGER, NODE, KeyType.RSA_2048);
    }

    PhoneCertificates accepted() {
        return new PhoneCertificates(List.of(capf.certificate()), List.of());
    }

    KeyMaterial phone(String name) throws Exception {
        return issued(new LscIssuer(capf, 5), name);
    }

    KeyMaterial expired(String name) throws Exception {
        var longAgo = Clock.offset(Clock.systemUTC(), Duration.ofDays(-800));
        return issued(new LscIssuer(capf, 1, CertificateSignature.SHA256, longAgo), name);
    }

    KeyMaterial foreign(String name) throws Exception {
        return issued(new LscIssuer(stranger, 5), name);
    }

    KeyMaterial selfMade(String name) {
        return PROFILE.selfSigned(new X500Name("CN=" + name), List.of(), KeyType.EC_P256);
    }

    private static KeyMaterial issued(LscIssuer issuer, String name) throws Exception {
        KeyPair keys = KeyType.EC_P256.generate();
        return new KeyMaterial(keys.getPrivate(), issuer.issue(name, keys.getPublic(), KeyType.EC_P256));
    }

    /** TLS as a phone with this certificate speaks it. */
    static SSLContext client(KeyMaterial phone) throws Exception {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("phone", phone.key(), new char[0], new X509Certificate[] {phone.certificate()});
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, new char[0]);
        return client(keys.getKeyManagers());
    }

    static SSLContext client(KeyManager[] keys) throws Exception {
        return context(keys, SSLContext.getInstance("TLS"));
    }

    private static SSLContext context(KeyManager[] keys, SSLContext context) throws KeyManagementException {
        context.init(keys, new TrustManager[] {new TrustsAll()}, new SecureRandom());
        return context;
    }

    private static final class TrustsAll implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
