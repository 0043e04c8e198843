package org.keyline.tftp.files;

import java.io.IOException;
import java.util.Optional;
import org.keyline.config.snapshot.ConfigSnapshot;
import org.keyline.model.device.Phone;
import org.keyline.model.server.Node;
import org.keyline.tftp.ServedFile;
import org.keyline.tftp.configuration.PhoneConfiguration;
import org.keyline.trust.certificate.Certificates;
import org.keyline.trust.signing.SigningException;

/** {@code SEP<MAC>.cnf.xml} of configured phones in its three forms. */
record ConfigurationFiles(KnownCertificates certificates, SignedForms signed) {
    /** The file in the form asked for, or nothing when this phone has no such form now. */
    Optional<ServedFile> find(ConfigSnapshot snapshot, Node node, Phone phone, FileRequest.Configuration request)
            throws SigningException, IOException {
        return switch (request.form()) {
            case PLAIN -> Optional.of(content(snapshot, node, phone));
            case SIGNED -> signed(snapshot, phone, content(snapshot, node, phone));
            case ENCRYPTED -> Optional.empty();
        };
    }

    private ServedFile content(ConfigSnapshot snapshot, Node node, Phone phone) {
        var hash = certificates.of(phone.name()).map(Certificates::certificateHash);
        return ServedFile.of(new PhoneConfiguration(snapshot, node).of(phone, hash, false));
    }

    private Optional<ServedFile> signed(ConfigSnapshot snapshot, Phone phone, ServedFile content)
            throws SigningException, IOException {
        if (!SigningPolicy.signs(snapshot)) {
            return Optional.empty();
        }
        var name = phone.name() + ".cnf.xml.sgn";
        return Optional.of(
                signed.of(name, content, SigningPolicy.variant(snapshot, phone).digest()));
    }
}
