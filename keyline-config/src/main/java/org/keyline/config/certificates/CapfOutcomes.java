package org.keyline.config.certificates;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.keyline.config.store.Author;
import org.keyline.config.store.ConfigStore;
import org.keyline.config.store.Edit;
import org.keyline.config.store.SaveResult;
import org.keyline.model.schema.Kinds;
import org.keyline.model.schema.Value;
import org.keyline.model.security.CapfSettings.CertificateOperation;

/**
 * Writes down how a certificate operation ended: operation status, no operation pending any more, the single-use
 * authentication string gone, and the certificate recorded or forgotten, all in one transaction (spec CAPF-053,
 * CAPF-068, CAPF-076).
 *
 * <p>The result is {@code Invalid} only if the phone was removed in the meantime.
 */
public final class CapfOutcomes {
    private static final Author CAPF = Author.system("CAPF");

    private final ConfigStore store;
    private final PhoneCertificates certificates;

    public CapfOutcomes(ConfigStore store, PhoneCertificates certificates) {
        this.store = store;
        this.certificates = certificates;
    }

    /** The phone has its new LSC. */
    public SaveResult installed(String device, byte[] lscDer) {
        var lsc = certificates.describe(device, PhoneCertificate.Kind.LSC, lscDer);
        return done(
                device,
                CertificateOperation.INSTALL_UPGRADE.successful(),
                handle -> PhoneCertificates.record(handle, lsc));
    }

    /** The phone's LSC is gone; its MIC stays. */
    public SaveResult deleted(String device) {
        return done(
                device,
                CertificateOperation.DELETE.successful(),
                handle -> PhoneCertificates.remove(handle, device, PhoneCertificate.Kind.LSC));
    }

    /** The phone's certificates were fetched; those it sent are recorded, by kind. */
    public SaveResult fetched(String device, Map<PhoneCertificate.Kind, byte[]> found) {
        var described = found.entrySet().stream()
                .map(entry -> certificates.describe(device, entry.getKey(), entry.getValue()))
                .toList();
        return done(
                device,
                CertificateOperation.TROUBLESHOOT.successful(),
                handle -> described.forEach(certificate -> PhoneCertificates.record(handle, certificate)));
    }

    /** The operation failed and is not tried again; the phone keeps what it has. */
    public SaveResult failed(String device, CertificateOperation operation) {
        return failed(device, operation, "");
    }

    /** The same; {@code cause} is told behind the status, where it is not empty. */
    public SaveResult failed(String device, CertificateOperation operation, String cause) {
        return done(device, operation.failed(cause), _ -> {});
    }

    private SaveResult done(String device, String status, Consumer<Handle> also) {
        var values = new LinkedHashMap<String, Value>();
        values.put("operationStatus", Value.of(status));
        var cleared = new HashSet<>(Set.of("certificateOperation", "authenticationString", "operationCompletesBy"));
        return store.apply(List.of(change(device, values, cleared)), CAPF, also);
    }

    private static Edit change(String device, Map<String, Value> values, Set<String> cleared) {
        return new Edit.Change(Kinds.PHONE, device, values, cleared);
    }
}
