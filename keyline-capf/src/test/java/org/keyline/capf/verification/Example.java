package org.keyline.capf.verification;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.keyline.trust.certificate.Certificates;
import org.keyline.trust.trustlist.Role;
import org.keyline.trust.trustlist.VerificationTable;
import org.keyline.trust.trustlist.VouchedCertificate;

/** The worked example of the TVS sheet, section 5: {@code CN=ccm1;O=Lab}, serial 4A01, roles 0 and 2. */
final class Example {
    private static final String DEVICE = "010010 01534550303031313232333334343535";
    private static final String NAME = "000e 434e3d63636d313b4f3d4c616200";

    private Example() {}

    static byte[] der() {
        try (var in = Objects.requireNonNull(Example.class.getResourceAsStream("ccm1.cer"))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static X509Certificate certificate() {
        try {
            return Certificates.parse(der());
        } catch (CertificateException e) {
            throw new IllegalStateException(e);
        }
    }

    static VerificationTable table() {
        return VerificationTable.of(List.of(new VouchedCertificate(certificate(), List.of(Role.CCM_TFTP, Role.SAST))));
    }

    /** VERIFY_REQ, 467 bytes. */
    static byte[] verify() {
        return bytes(
                "57010100 000003e9 01c9" + DEVICE + "0201b3" + HexFormat.of().formatHex(der()));
    }

    /** VERIFY_RES valid, 26 bytes. */
    static byte[] verified() {
        return bytes("57010200 000003e9 0010 07000100 0800020002 09000400015180");
    }

    /** VERIFY_RES invalid, 14 bytes. */
    static byte[] notVerified() {
        return bytes("57010200 000003e9 0004 07000101");
    }

    /** QUERY_REQ, 68 bytes. */
    static byte[] query() {
        return bytes("57010300 000003ea 003a" + DEVICE + "03" + NAME + "04" + NAME + "0500024a01");
    }

    /** The same with the values of tags 4 and 5 exchanged. */
    static byte[] queryExchanged() {
        return bytes("57010300 000003ea 003a" + DEVICE + "03" + NAME + "0400024a01" + "05" + NAME);
    }

    /** QUERY_RES, 464 bytes. */
    static byte[] found() {
        return bytes("57010400 000003ea 01c6 07000100 0201b3" + HexFormat.of().formatHex(der())
                + "0800020002 09000400015180");
    }

    static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }
}
