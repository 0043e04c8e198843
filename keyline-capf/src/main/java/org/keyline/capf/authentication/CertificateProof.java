package org.keyline.capf.authentication;

import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;
import org.keyline.capf.log.CapfCode;
import org.keyline.capf.message.CertificateElement;
import org.keyline.capf.message.PhoneMessage.Proof;
import org.keyline.capf.message.SudiElement;
import org.keyline.trust.certificate.Certificates;
import org.keyline.trust.certificate.DistinguishedNameText;
import org.keyline.trust.lsc.CapfSignature;
import org.keyline.trust.lsc.CertificateKind;
import org.keyline.trust.lsc.PhoneCertificateVerdict;
import org.keyline.trust.lsc.PhoneCertificates;
import org.keyline.trust.signing.SignatureDigest;
import org.keyline.trust.tlv.Octets;

/**
 * Checks a phone's proof by an existing certificate: issued by us or an imported manufacturer, valid, its own, and
 * signed with its key. Whether LSC or MIC comes first is the phone's choice by the mode in its configuration file; of
 * two it shows one, and either proves who it is (spec CAPF-061 to CAPF-063).
 *
 * @param accepted the issuers that are accepted now
 */
record CertificateProof(PhoneCertificates accepted) {
    /** A refused proof; the message says why. */
    static final class NotProven extends Exception {
        private static final long serialVersionUID = 1L;

        private final CapfCode code;

        /** The subject of the certificate that does not count; empty when it is not the certificate's fault. */
        private final String subject;

        NotProven(String why) {
            this(why, CapfCode.INVALID_CREDENTIALS, "");
        }

        NotProven(String why, CapfCode code, String subject) {
            super(why);
            this.code = code;
            this.subject = subject;
        }

        CapfCode code() {
            return code;
        }

        Optional<String> subject() {
            return Optional.of(subject).filter(name -> !name.isEmpty());
        }
    }

    /** Returns if {@code proof} shows that the phone is {@code deviceName}. */
    void check(Proof proof, String deviceName, int session, Instant now) throws NotProven {
        var element = proof.certificate().orElseThrow(() -> new NotProven("The phone has no certificate"));
        var certificate = accept(element, deviceName, now);
        if (proof.sha1().isEmpty() && proof.sha512().isEmpty()) {
            throw new NotProven("The phone signed nothing");
        }
        var data = CapfSignature.deviceData(deviceName, certificate);
        verify(certificate.getPublicKey(), SignatureDigest.SHA1, data, proof.sha1());
        verify(certificate.getPublicKey(), SignatureDigest.SHA512, data, proof.sha512());
        if (proof.sudi().isPresent()) {
            check(proof.sudi().get(), deviceName, session, now);
        }
    }

    /** Element 16 is bound to the session, so it cannot be replayed. */
    private void check(SudiElement sudi, String deviceName, int session, Instant now) throws NotProven {
        var certificate = accept(new CertificateElement(CertificateKind.MIC, sudi.certificate()), deviceName, now);
        if (sudi.sha1().isEmpty() && sudi.sha512().isEmpty()) {
            throw new NotProven("The phone signed nothing with its SUDI certificate");
        }
        var data = CapfSignature.sessionData(session, certificate);
        verify(certificate.getPublicKey(), SignatureDigest.SHA1, data, sudi.sha1());
        verify(certificate.getPublicKey(), SignatureDigest.SHA512, data, sudi.sha512());
    }

    private X509Certificate accept(CertificateElement element, String deviceName, Instant now) throws NotProven {
        var invalid = switch (element.kind()) {
            case LSC -> CapfCode.INVALID_LSC;
            case MIC -> CapfCode.INVALID_MIC;
        };
        try {
            var verdict = accepted.check(Certificates.parse(element.der().bytes()), deviceName, now);
            return switch (verdict) {
                case PhoneCertificateVerdict.Accepted good -> good.certificate();
                case PhoneCertificateVerdict.Refused refused ->
                    throw new NotProven(
                            refused.description(), invalid, DistinguishedNameText.subject(refused.certificate()));
            };
        } catch (CertificateException unreadable) {
            throw new NotProven("The bytes the phone showed are no certificate", invalid, "");
        }
    }

    private static void verify(PublicKey key, SignatureDigest digest, byte[] data, Optional<Octets> signature)
            throws NotProven {
        if (signature.isPresent()
                && !CapfSignature.verify(key, digest, data, signature.get().bytes())) {
            throw new NotProven("The phone's " + digest + " signature is not made with the key of its certificate");
        }
    }
}
