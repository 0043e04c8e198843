package org.keyline.config.store;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.keyline.model.schema.Problem;

/**
 * Rules of SRST references: only a secure one keeps a certificate, and only an administrator's decision replaces it
 * (spec SRST-17, SRST-23).
 */
record SrstRules() implements Rules {
    private static final String CERTIFICATE = "certificate";
    private static final String SECURE = "secure";

    @Override
    public ConfigObject derive(
            ConfigObject reference, Optional<ConfigObject> before, Workspace workspace, Clock clock) {
        return reference.flag(SECURE) ? reference : reference.without(CERTIFICATE);
    }

    @Override
    public List<Problem> check(
            ConfigObject reference, Optional<ConfigObject> before, Workspace workspace, Author author, Clock clock) {
        return reference.value(CERTIFICATE).isEmpty() || isCertificate(reference.text(CERTIFICATE))
                ? List.of()
                : List.of(new Problem(
                        reference.kind().name(), reference.key(), CERTIFICATE, "", "problem.certificate", List.of()));
    }

    private static boolean isCertificate(String base64) {
        try {
            var der = new ByteArrayInputStream(Base64.getDecoder().decode(base64));
            return CertificateFactory.getInstance("X.509").generateCertificate(der) != null && der.available() == 0;
        } catch (IllegalArgumentException | CertificateException notOne) {
            return false;
        }
    }

    @Override
    public List<Notice> notices(ConfigObject reference, Optional<ConfigObject> before, Workspace workspace) {
        var notices = new ArrayList<Notice>();
        if (!reference.flag(SECURE)) {
            before.filter(was -> was.flag(SECURE)).ifPresent(_ -> notices.add(notice(reference, "srst.M02")));
        } else if (reference.value(CERTIFICATE).isEmpty()) {
            notices.add(notice(reference, "notice.srstCertificateNeeded"));
        } else if (before.filter(was -> isElsewhere(was, reference)).isPresent()) {
            notices.add(notice(reference, "notice.srstCertificateKept"));
        }
        return notices;
    }

    /** Whether it names another gateway or another port, but still the certificate it had. */
    private static boolean isElsewhere(ConfigObject was, ConfigObject is) {
        return was.value(CERTIFICATE).equals(is.value(CERTIFICATE))
                && !(was.text("address").equals(is.text("address"))
                        && was.text("certificateProviderPort").equals(is.text("certificateProviderPort")));
    }

    private static Notice notice(ConfigObject reference, String message) {
        return new Notice(reference.kind().name(), reference.key(), message);
    }
}
