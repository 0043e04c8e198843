package org.keyline.trust.inventory;

import java.io.IOException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSAbsentContent;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.keyline.trust.certificate.Certificates;
import org.keyline.trust.certificate.PemKeyFile;

/** The forms in which certificates are handed out (spec HT-18, HT2-02 to HT2-04). */
public enum CertificateFormat {
    /** DER encoded binary X.509: the certificate alone. */
    DER("cer", "application/pkix-cert"),
    /** Base-64 encoded X.509: the certificate alone, as text that no mail program breaks. */
    PEM("pem", "application/x-pem-file"),
    /** PKCS #7: the certificate and every certificate of its certification path. */
    PKCS7("p7b", "application/x-pkcs7-certificates");

    private final String ending;
    private final String mediaType;

    CertificateFormat(String ending, String mediaType) {
        this.ending = ending;
        this.mediaType = mediaType;
    }

    /** The ending of its files, without the dot. */
    public String ending() {
        return ending;
    }

    public String mediaType() {
        return mediaType;
    }

    /** The format of this name, in any case. */
    public static Optional<CertificateFormat> named(String name) {
        return Arrays.stream(values())
                .filter(format -> format.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst();
    }

    /** A file with the first certificate of {@code chain}, and with all of it where the format holds several. */
    public byte[] write(List<X509Certificate> chain) {
        return switch (this) {
            case DER -> Certificates.der(chain.getFirst());
            case PEM -> PemKeyFile.text(chain.getFirst());
            case PKCS7 -> pkcs7(chain);
        };
    }

    private static byte[] pkcs7(List<X509Certificate> chain) {
        try {
            var generator = new CMSSignedDataGenerator();
            generator.addCertificates(new JcaCertStore(chain));
            return generator.generate(new CMSAbsentContent()).getEncoded();
        } catch (CMSException | CertificateEncodingException | IOException e) {
            throw new IllegalStateException("Certificates that were read cannot be written", e);
        }
    }
}
