package org.keyline.tftp.files;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import org.keyline.config.snapshot.ConfigSnapshot;
import org.keyline.model.device.Phone;
import org.keyline.model.device.PhoneModel.SecurityFeature;
import org.keyline.model.security.SecurityClass;
import org.keyline.model.server.Node;
import org.keyline.tftp.ServedFile;
import org.keyline.tftp.configuration.PhoneConfiguration;
import org.keyline.trust.certificate.Certificates;
import org.keyline.trust.signing.SigningException;

/**
 * {@code SEP<MAC>.cnf.xml} of configured phones in its three forms. While a phone's file is encrypted its other forms
 * are a stub without anything worth knowing.
 */
record ConfigurationFiles(KnownCertificates certificates, SignedForms signed, EncryptedForms encrypted) {
    /** The file in the form asked for, or nothing when this phone has no such form now. */
    Optional<ServedFile> find(ConfigSnapshot snapshot, Node node, Phone phone, FileRequest.Configuration request)
            throws SigningException, IOException {
        var file = new PhoneConfiguration(snapshot, node);
        var certificate = certificates.of(phone.name());
        return certificate.filter(known -> encrypts(snapshot, phone, known)).isPresent()
                ? encrypted(snapshot, phone, file, certificate.get(), request.form())
                : open(snapshot, phone, file, certificate, request.form());
    }

    private Optional<ServedFile> open(
            ConfigSnapshot snapshot,
            Phone phone,
            PhoneConfiguration file,
            Optional<X509Certificate> certificate,
            FileRequest.Form form)
            throws SigningException, IOException {
        if (form == FileRequest.Form.ENCRYPTED) {
            return Optional.empty();
        }
        var content = file.of(phone, certificate.map(Certificates::certificateHash), false);
        return inForm(snapshot, phone, ServedFile.of(content), form);
    }

    private Optional<ServedFile> encrypted(
            ConfigSnapshot snapshot,
            Phone phone,
            PhoneConfiguration file,
            X509Certificate certificate,
            FileRequest.Form form)
            throws SigningException, IOException {
        var hash = Certificates.certificateHash(certificate);
        if (form != FileRequest.Form.ENCRYPTED) {
            return inForm(snapshot, phone, ServedFile.of(file.stub(phone, hash)), form);
        }
        var content = file.of(phone, Optional.of(hash), true);
        var name = phone.name() + ".cnf.xml.enc.sgn";
        var digest = SigningPolicy.variant(snapshot, phone).digest();
        return Optional.of(encrypted.of(name, content, certificate, digest));
    }

    private Optional<ServedFile> inForm(ConfigSnapshot snapshot, Phone phone, ServedFile content, FileRequest.Form form)
            throws SigningException, IOException {
        if (form == FileRequest.Form.PLAIN) {
            return Optional.of(content);
        }
        if (!SigningPolicy.signs(snapshot)) {
            return Optional.empty();
        }
        var name = phone.name() + ".cnf.xml.sgn";
        var digest = SigningPolicy.variant(snapshot, phone).digest();
        return Optional.of(signed.of(name, content, digest, SigningPolicy.keepsInMemory(snapshot)));
    }

    /** Only encrypted phones of models that can, with an RSA certificate that the node knows. */
    private static boolean encrypts(ConfigSnapshot snapshot, Phone phone, X509Certificate certificate) {
        return SigningPolicy.signs(snapshot)
                && snapshot.parameters().flag("tftp.encryptedConfiguration")
                && phone.model().supports(SecurityFeature.ENCRYPTED_CONFIGURATION)
                && snapshot.effectiveSecurityMode(phone) == SecurityClass.ENCRYPTED
                && certificate.getPublicKey().getAlgorithm().equals("RSA");
    }
}
