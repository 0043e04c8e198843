package org.keyline.lab.capf;

import java.security.GeneralSecurityException;
import java.security.Signature;
import org.keyline.lab.files.Octets;
import org.keyline.lab.trust.Certificates;
import org.keyline.lab.trust.PhoneIdentity;

/**
 * The signatures by which a phone shows that it owns a certificate (elements 6 and 20).
 *
 * <p>Both are over the device name, a zero byte and the certificate. With RSA the <em>bare</em> digest is padded and
 * signed, without DigestInfo.
 */
final class ProofOfIdentity {
    private ProofOfIdentity() {}

    static Octets sha1(String deviceName, PhoneIdentity identity) throws GeneralSecurityException {
        return sign(deviceName, identity, "SHA-1", "SHA1withECDSA");
    }

    static Octets sha512(String deviceName, PhoneIdentity identity) throws GeneralSecurityException {
        var signature = sign(deviceName, identity, "SHA-512", "SHA512withECDSA");
        return Octets.ofHex(String.format("03%04x", signature.length())).plus(signature);
    }

    private static Octets sign(String deviceName, PhoneIdentity identity, String digest, String ecAlgorithm)
            throws GeneralSecurityException {
        boolean rsa = identity.key().getAlgorithm().equals("RSA");
        var input = Octets.of(deviceName + "\0").plus(Certificates.der(identity.certificate()));
        var signature = Signature.getInstance(rsa ? "NONEwithRSA" : ecAlgorithm);
        signature.initSign(identity.key());
        signature.update((rsa ? input.digest(digest) : input).toArray());
        return Octets.of(signature.sign());
    }
}
