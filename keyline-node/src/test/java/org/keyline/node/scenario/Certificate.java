package org.keyline.node.scenario;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.keyline.lab.trust.PhoneIdentity;
import org.keyline.trust.certificate.CertificateProfile;
import org.keyline.trust.certificate.CertificatePurpose;
import org.keyline.trust.certificate.CertificateSignature;
import org.keyline.trust.certificate.KeyMaterial;
import org.keyline.trust.certificate.KeyType;
import org.keyline.trust.certificate.NodeCertificates;
import org.keyline.trust.certificate.NodeIdentity;
import org.keyline.trust.lsc.LscIssuer;
import org.keyline.trust.lsc.UnacceptableKeyException;

/** Certificates that phones might show: good ones and others. */
final class Certificate {
    private static final KeyType KEY = KeyType.RSA_2048;
    private static final Clock LONG_AGO = Clock.offset(Clock.systemUTC(), Duration.ofDays(-3_000));

    private Certificate() {}

    private static KeyMaterial capf(Path data) throws IOException {
        var anyName = new NodeIdentity("cm1", List.of(InetAddress.getLoopbackAddress()), "Keyline");
        return NodeCertificates.openOrCreate(data.resolve("certificates"), anyName)
                .of(CertificatePurpose.CAPF);
    }

    /** As CAPF of this node issues it. */
    static PhoneIdentity good(Path data, String device) throws IOException, UnacceptableKeyException {
        return issued(new LscIssuer(capf(data), 5), device);
    }

    /** As CAPF of this node issued it years ago. */
    static PhoneIdentity expired(Path data, String device) throws IOException, UnacceptableKeyException {
        return issued(new LscIssuer(capf(data), 1, CertificateSignature.SHA256, LONG_AGO), device);
    }

    /** As CAPF of this node issues it while its clock is two days ahead. */
    static PhoneIdentity early(Path data, String device) throws IOException, UnacceptableKeyException {
        return ahead(data, device, Duration.ofDays(2));
    }

    /** As CAPF of this node issues it while its clock is ten hours ahead. */
    static PhoneIdentity hoursAhead(Path data, String device) throws IOException, UnacceptableKeyException {
        return ahead(data, device, Duration.ofHours(10));
    }

    private static PhoneIdentity ahead(Path data, String device, Duration time)
            throws IOException, UnacceptableKeyException {
        var clock = Clock.offset(Clock.systemUTC(), time);
        return issued(new LscIssuer(capf(data), 1, CertificateSignature.SHA256, clock), device);
    }

    /** As CAPF of another company issues it. */
    static PhoneIdentity foreign(String device) throws UnacceptableKeyException {
        return issued(new LscIssuer(selfSigned("CAPF-0badcafe"), 5), device);
    }

    /** Made by its holder. */
    static PhoneIdentity selfMade(String device) {
        var made = selfSigned(device);
        return new PhoneIdentity(made.key(), made.certificate());
    }

    private static KeyMaterial selfSigned(String name) {
        return new CertificateProfile(Clock.systemUTC()).selfSigned(new X500Name("CN=" + name), List.of(), KEY);
    }

    private static PhoneIdentity issued(LscIssuer issuer, String device) throws UnacceptableKeyException {
        var keys = KEY.generate();
        return new PhoneIdentity(keys.getPrivate(), issuer.issue(device, keys.getPublic(), KEY));
    }
}
