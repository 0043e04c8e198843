package org.keyline.trust.workbench;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.keyline.trust.certificate.CertificateProfile;
import org.keyline.trust.certificate.CertificateSignature;
import org.keyline.trust.certificate.KeyMaterial;
import org.keyline.trust.certificate.KeyType;
import org.keyline.trust.lsc.LscIssuer;
import org.keyline.trust.lsc.UnacceptableKeyException;

/** Issuers and phones with short keys, quick to make. */
public final class TestAuthority {
    /** A phone's name. */
    public static final String PHONE = "SEP001122334455";
    /** When the tests take place. */
    public static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private TestAuthority() {}

    /** A self-signed CA with the subject {@code name}. */
    public static KeyMaterial authority(String name) {
        return new CertificateProfile(at(NOW)).selfSigned(new X500Name(name), List.of(), KeyType.RSA_1024);
    }

    /** A certificate and key for {@code deviceName}, issued by {@code issuer} at {@code issued} for one year. */
    public static KeyMaterial phone(KeyMaterial issuer, String deviceName, Instant issued) {
        var keys = KeyType.RSA_1024.generate();
        return new KeyMaterial(keys.getPrivate(), issue(issuer, deviceName, keys.getPublic(), issued));
    }

    /** As {@link #phone(KeyMaterial, String, Instant)}, issued now for {@link #PHONE}. */
    public static KeyMaterial phone(KeyMaterial issuer) {
        return phone(issuer, PHONE, NOW);
    }

    /** A clock that stands still. */
    public static Clock at(Instant instant) {
        return Clock.fixed(instant, ZoneOffset.UTC);
    }

    private static X509Certificate issue(
            KeyMaterial issuer, String deviceName, java.security.PublicKey key, Instant issued) {
        try {
            return new LscIssuer(issuer, 1, CertificateSignature.SHA256, at(issued))
                    .issue(deviceName, key, KeyType.RSA_1024);
        } catch (UnacceptableKeyException e) {
            throw new IllegalStateException(e);
        }
    }
}
