package org.keyline.capf.operation;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.keyline.capf.log.CapfCode;
import org.keyline.capf.log.CapfLog;
import org.keyline.model.device.DeviceName;
import org.keyline.model.security.CapfSettings.CertificateOperation;
import org.keyline.serviceability.alarm.AlarmCatalogue;
import org.keyline.serviceability.alarm.Alarms;
import org.keyline.trust.certificate.Certificates;
import org.keyline.trust.lsc.CertificateKind;
import org.keyline.trust.lsc.DeviceIdentity;
import org.keyline.trust.lsc.PhoneCertificateVerdict;
import org.keyline.trust.lsc.PhoneCertificates;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends operations: writes the outcome down, tells the operator. Blocking and thread-safe. */
public final class Operations {
    private static final Logger log = LoggerFactory.getLogger(Operations.class);

    private final Outcomes outcomes;
    private final CertificateTrace trace;
    private final Supplier<PhoneCertificates> accepted;
    private final Alarms alarms;
    private final CapfLog capfLog;
    private final Clock clock;
    private final Map<DeviceName, Integer> failedKeys = new ConcurrentHashMap<>();

    /**
     * Operations that are written down in {@code outcomes}.
     *
     * @param accepted the issuers of phone certificates that are accepted now
     */
    public Operations(
            Outcomes outcomes,
            CertificateTrace trace,
            Supplier<PhoneCertificates> accepted,
            Alarms alarms,
            CapfLog capfLog,
            Clock clock) {
        this.outcomes = outcomes;
        this.trace = trace;
        this.accepted = accepted;
        this.alarms = alarms;
        this.capfLog = capfLog;
        this.clock = clock;
    }

    /** The phone stored its LSC. */
    public void installed(DeviceName device, X509Certificate lsc) {
        outcomes.installed(device, lsc);
        failedKeys.remove(device);
        tell(
                device,
                CertificateOperation.INSTALL_UPGRADE,
                CertificateOperation.INSTALL_UPGRADE.successful(),
                CapfCode.SUCCESS);
    }

    /** The phone deleted its LSC. */
    public void deleted(DeviceName device) {
        outcomes.deleted(device);
        tell(device, CertificateOperation.DELETE, CertificateOperation.DELETE.successful(), CapfCode.SUCCESS);
    }

    /** The phone showed these certificates; what is not its own is left out. */
    public void fetched(DeviceName device, List<byte[]> shown) {
        var found = new EnumMap<CertificateKind, X509Certificate>(CertificateKind.class);
        for (var der : shown) {
            parse(device, der).ifPresent(certificate -> found.putIfAbsent(kindOf(certificate), certificate));
        }
        found.forEach((kind, certificate) -> trace.write(device, kind, certificate));
        outcomes.fetched(device, found);
        tell(
                device,
                CertificateOperation.TROUBLESHOOT,
                CertificateOperation.TROUBLESHOOT.successful(),
                found.isEmpty() ? CapfCode.NO_CERTIFICATE : CapfCode.SUCCESS);
    }

    /** The operation failed for good. */
    public void failed(DeviceName device, CertificateOperation operation, CapfCode code) {
        failed(device, operation, code, "");
    }

    /** The operation failed for good; {@code cause} is told with the status, empty when there is nothing to tell. */
    public void failed(DeviceName device, CertificateOperation operation, CapfCode code, String cause) {
        outcomes.failed(device, operation, cause);
        failedKeys.remove(device);
        tell(device, operation, operation.failed(cause), code);
    }

    /** The phone failed to make a key: after {@code most} times the operation fails (spec CAPF-P05). */
    public void failedKey(DeviceName device, int most) {
        if (failedKeys.merge(device, 1, Integer::sum) >= most) {
            failed(device, CertificateOperation.INSTALL_UPGRADE, CapfCode.FAIL);
        }
    }

    /** LSCs are those of our issuers; whatever else a phone has came from its factory. */
    private CertificateKind kindOf(X509Certificate certificate) {
        return accepted.get().check(certificate, clock.instant()) instanceof PhoneCertificateVerdict.Accepted known
                ? known.kind()
                : isIssuedByUs(certificate) ? CertificateKind.LSC : CertificateKind.MIC;
    }

    private boolean isIssuedByUs(X509Certificate certificate) {
        return accepted.get().lscIssuers().stream()
                .anyMatch(issuer -> issuer.getSubjectX500Principal().equals(certificate.getIssuerX500Principal()));
    }

    private static Optional<X509Certificate> parse(DeviceName device, byte[] der) {
        try {
            return Optional.of(Certificates.parse(der))
                    .filter(certificate -> DeviceIdentity.matches(certificate, device.text()));
        } catch (CertificateException unreadable) {
            log.atWarn().addKeyValue("device", device).log("Phone showed bytes that are no certificate");
            return Optional.empty();
        }
    }

    /** A session ended without touching its operation. */
    public void refused(String device, String why, CapfCode code) {
        capfLog.write(device, why, code);
    }

    private void tell(DeviceName device, CertificateOperation ended, String outcome, CapfCode code) {
        capfLog.write(device.text(), outcome, code);
        log.atInfo()
                .addKeyValue("device", device)
                .addKeyValue("outcome", outcome)
                .log("CAPF operation ended");
        alarms.raise(
                AlarmCatalogue.CAPF_OPERATION,
                Map.of("device", device.text(), "operation", ended.label(), "outcome", outcome));
    }
}
