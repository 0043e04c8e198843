package org.keyline.trust.inventory;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.HexFormat;
import org.keyline.trust.certificate.CertificatePurpose;
import org.keyline.trust.certificate.Certificates;
import org.keyline.trust.certificate.DistinguishedNameText;

/** A certificate in the inventory. */
public sealed interface CertificateEntry {
    /** The name it is asked for by: {@code tomcat}, {@code phone-trust/0123456789abcdef}. */
    String name();

    X509Certificate certificate();

    /** In force for this node. */
    record Own(CertificatePurpose purpose, X509Certificate certificate) implements CertificateEntry {
        @Override
        public String name() {
            return purpose.operatorName();
        }
    }

    /** Was in force for this node until it was replaced. */
    record Former(CertificatePurpose purpose, X509Certificate certificate) implements CertificateEntry {
        @Override
        public String name() {
            return "former-" + purpose.operatorName() + "/" + mark(certificate);
        }
    }

    /** Of somebody else whom this node trusts. */
    record Trusted(TrustPurpose purpose, X509Certificate certificate) implements CertificateEntry {
        @Override
        public String name() {
            return purpose.operatorName() + "/" + mark(certificate);
        }
    }

    /** The subject in the one text form of names. */
    default String subject() {
        return DistinguishedNameText.subject(certificate());
    }

    default Instant expires() {
        return certificate().getNotAfter().toInstant();
    }

    /** The name files of it are given, without an ending. */
    default String fileName() {
        return name().replace('/', '-');
    }

    /** The first half of the SHA-256 fingerprint's first half: enough to tell certificates apart. */
    static String mark(X509Certificate certificate) {
        return fingerprint(certificate).substring(0, 16);
    }

    /** The SHA-256 fingerprint in lower-case hexadecimal. */
    static String fingerprint(X509Certificate certificate) {
        return HexFormat.of().formatHex(Certificates.digest("SHA-256", Certificates.der(certificate)));
    }
}
