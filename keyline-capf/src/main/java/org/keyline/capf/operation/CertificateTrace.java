package org.keyline.capf.operation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import org.keyline.model.device.DeviceName;
import org.keyline.trust.certificate.Certificates;
import org.keyline.trust.certificate.DistinguishedNameText;
import org.keyline.trust.certificate.PemKeyFile;
import org.keyline.trust.lsc.CertificateKind;
import org.keyline.trust.storage.AtomicFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the certificates that Troubleshoot fetched into trace files, one for each kind (spec CAPF-056):
 * {@code SEP001122334455-LSC.txt}. Certificates are public; there is no secret in them.
 *
 * @param directory where the files go; made when it is missing
 */
public record CertificateTrace(Path directory) {
    private static final Logger log = LoggerFactory.getLogger(CertificateTrace.class);

    /** Writes the file; trouble with the disk is logged and ends nothing. */
    void write(DeviceName device, CertificateKind kind, X509Certificate certificate) {
        try {
            Files.createDirectories(directory);
            var file = directory.resolve(device + "-" + kind + ".txt");
            AtomicFile.write(file, text(device, kind, certificate), AtomicFile.Access.OWNER_ONLY);
            log.atInfo().addKeyValue("device", device).addKeyValue("file", file).log("Phone certificate traced");
        } catch (IOException unwritable) {
            log.atWarn().addKeyValue("device", device).setCause(unwritable).log("Certificate trace not written");
        }
    }

    private static byte[] text(DeviceName device, CertificateKind kind, X509Certificate certificate) {
        var text = """
                %s of %s
                subject: %s
                issuer: %s
                serial number: %s
                valid from %s to %s
                MD5: %s

                %s""".formatted(
                        kind,
                        device,
                        DistinguishedNameText.subject(certificate),
                        DistinguishedNameText.issuer(certificate),
                        certificate.getSerialNumber().toString(16),
                        certificate.getNotBefore().toInstant(),
                        certificate.getNotAfter().toInstant(),
                        Certificates.certificateHash(certificate),
                        new String(PemKeyFile.text(certificate), StandardCharsets.US_ASCII));
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
