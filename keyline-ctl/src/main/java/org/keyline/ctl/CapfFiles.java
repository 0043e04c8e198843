package org.keyline.ctl;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import org.keyline.trust.certificate.Certificates;
import org.keyline.trust.certificate.DistinguishedNameText;
import org.keyline.trust.certificate.PemKeyFile;
import org.keyline.trust.tlv.Octets;

/**
 * The certificate of CAPF as the two files in which it goes to every server of the cluster (spec SEC-44, OV-44): the
 * DER, and the PEM whose name is the certificate's common name with the extension {@code .0}.
 *
 * @param der the content of {@code capf.cer}
 * @param pemName the name of the PEM file, for example {@code CAPF-1a2b3c4d.0}
 * @param pem its content
 */
public record CapfFiles(Octets der, String pemName, Octets pem) {
    /** The name of the DER file. */
    public static final String DER_NAME = "capf.cer";

    private static final String PEM_EXTENSION = ".0";

    /** The files of {@code capf}. */
    public static CapfFiles of(X509Certificate capf) {
        return new CapfFiles(Octets.of(Certificates.der(capf)), pemName(capf), Octets.of(PemKeyFile.text(capf)));
    }

    /** The name of the PEM file of {@code capf}; nothing in it leads out of a directory. */
    static String pemName(X509Certificate capf) {
        var name =
                DistinguishedNameText.commonName(capf.getSubjectX500Principal()).orElse("CAPF");
        return name.replaceAll("[^A-Za-z0-9._-]", "_") + PEM_EXTENSION;
    }

    /**
     * The certificate in both of them.
     *
     * @throws IOException when one is damaged, or they are not of one certificate
     */
    public X509Certificate certificate() throws IOException {
        try {
            var certificate = Certificates.parse(der.bytes());
            var text = new String(pem.bytes(), StandardCharsets.US_ASCII);
            if (!pemName.equals(pemName(certificate))
                    || !MessageDigest.isEqual(
                            Certificates.der(Certificates.parse(text.getBytes(StandardCharsets.US_ASCII))),
                            Certificates.der(certificate))) {
                throw new IOException(DER_NAME + " and " + pemName + " are not of the same certificate");
            }
            return certificate;
        } catch (CertificateException e) {
            throw new IOException(DER_NAME + " or " + pemName + " is no certificate", e);
        }
    }
}
