package org.keyline.lab.capf;

import java.security.cert.X509Certificate;
import org.keyline.lab.files.Octets;
import org.keyline.lab.trust.Certificates;
import org.keyline.lab.trust.MalformedFile;

/** The certificate element: {@code 01}, length + 2, {@code 00}, kind, DER. */
final class CertificateField {
    static final int LSC = 1;
    static final int MIC = 2;
    private static final int PREFIX = 5;

    private CertificateField() {}

    static Octets of(X509Certificate certificate, int kind) {
        var der = Certificates.der(certificate);
        return Octets.ofHex(String.format("01%04x00%02x", der.length() + 2, kind))
                .plus(der);
    }

    static X509Certificate certificate(Octets field) throws CapfTrouble {
        if (field.length() <= PREFIX || field.at(0) != 1 || field.u16(1) != field.length() - 3) {
            throw new CapfTrouble("certificate element has a wrong prefix");
        }
        try {
            return Certificates.parse(field.from(PREFIX));
        } catch (MalformedFile e) {
            throw new CapfTrouble(String.valueOf(e.getMessage()));
        }
    }
}
