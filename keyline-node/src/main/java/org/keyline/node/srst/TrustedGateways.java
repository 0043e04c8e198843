package org.keyline.node.srst;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.keyline.config.snapshot.ConfigSnapshot;
import org.keyline.model.server.SrstReference;
import org.keyline.trust.certificate.Certificates;
import org.keyline.trust.inventory.CertificateEntry;
import org.keyline.trust.inventory.CertificateInventory;
import org.keyline.trust.inventory.Outcome;
import org.keyline.trust.inventory.TrustPurpose;
import org.keyline.trust.srst.GatewayCertificate;
import org.keyline.trust.storage.AtomicFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the node's store of trusted gateways follow the configuration (spec SRST-20, SRST-22): an accepted certificate is
 * there to be looked at, and its end is watched. Certificates an administrator put there by hand are left alone.
 */
public final class TrustedGateways {
    private static final Logger LOG = LoggerFactory.getLogger(TrustedGateways.class);

    private final CertificateInventory inventory;
    private final Path memory;

    /** @param memory a file that says which certificates of the store came from the configuration */
    public TrustedGateways(CertificateInventory inventory, Path memory) {
        this.inventory = inventory;
        this.memory = memory;
    }

    /** Which reference goes by this certificate: as long as one does, it stays trusted. */
    public static Optional<String> user(ConfigSnapshot snapshot, CertificateEntry.Trusted trusted) {
        return trusted.purpose() == TrustPurpose.SRST ? user(snapshot, trusted.certificate()) : Optional.empty();
    }

    private static Optional<String> user(ConfigSnapshot snapshot, X509Certificate certificate) {
        return snapshot.srstReferences().values().stream()
                .filter(reference ->
                        certificate(reference).filter(certificate::equals).isPresent())
                .map(SrstReference::name)
                .sorted()
                .findFirst();
    }

    private static Optional<X509Certificate> certificate(SrstReference reference) {
        return reference.certificate().map(GatewayCertificate::stored).map(GatewayCertificate::certificate);
    }

    /** Takes over what the configuration says now. */
    public synchronized void follow(ConfigSnapshot snapshot) {
        try {
            var wanted = snapshot.srstReferences().values().stream()
                    .flatMap(reference -> certificate(reference).stream())
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            var followed = followed();
            forget(followed, wanted);
            wanted.stream()
                    .filter(one -> !inventory.trusted(TrustPurpose.SRST).contains(one))
                    .forEach(this::trust);
            remember(followed, wanted);
        } catch (IOException | RuntimeException trouble) {
            LOG.atError().setCause(trouble).log("The trusted gateways do not follow the configuration");
        }
    }

    private void forget(Set<String> followed, Set<X509Certificate> wanted) {
        inventory.trusted(TrustPurpose.SRST).stream()
                .filter(one -> !wanted.contains(one) && followed.contains(CertificateEntry.fingerprint(one)))
                .map(one -> new CertificateEntry.Trusted(TrustPurpose.SRST, one).name())
                .map(inventory::remove)
                .forEach(TrustedGateways::report);
    }

    private void trust(X509Certificate certificate) {
        report(inventory.trust(TrustPurpose.SRST, "SRST", Certificates.der(certificate)));
    }

    /** One that is over, from an imported file, is not trusted; the page of the reference says so. */
    private static void report(Outcome<?> outcome) {
        if (outcome instanceof Outcome.Refused<?>(var problem)) {
            LOG.atWarn()
                    .addKeyValue("reason", problem.text(Locale.ENGLISH))
                    .log("The trusted gateways do not follow the configuration");
        }
    }

    private Set<String> followed() throws IOException {
        return Files.exists(memory) ? Set.copyOf(Files.readAllLines(memory)) : Set.of();
    }

    private void remember(Set<String> before, Set<X509Certificate> wanted) throws IOException {
        var now = wanted.stream().map(CertificateEntry::fingerprint).collect(Collectors.toSet());
        if (!now.equals(before)) {
            var lines = now.stream().sorted().map(line -> line + "\n").collect(Collectors.joining());
            AtomicFile.write(memory, lines.getBytes(StandardCharsets.US_ASCII), AtomicFile.Access.OWNER_ONLY);
        }
    }
}
