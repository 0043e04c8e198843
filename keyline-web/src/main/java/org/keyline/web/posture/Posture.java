package org.keyline.web.posture;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.keyline.config.Configuration;
import org.keyline.config.certificates.PhoneCertificate;
import org.keyline.config.snapshot.ConfigSnapshot;
import org.keyline.model.device.Phone;
import org.keyline.model.device.PhoneModel.SecurityFeature;
import org.keyline.model.security.CapfSettings.CertificateOperation;
import org.keyline.model.security.ClusterSecurityMode;
import org.keyline.model.security.DeviceSecurityMode;
import org.keyline.model.security.ExpiredMicPolicy;
import org.keyline.model.security.SecurityClass;
import org.keyline.processing.view.RegisteredDevice;
import org.keyline.processing.view.Registrations;
import org.keyline.serviceability.posture.DeviceSightings.TrustListFile;
import org.keyline.serviceability.posture.ObservedDevices;
import org.keyline.web.phone.PhoneQuery;

/** Compares what was asked for each device with what is. */
public final class Posture {
    private final Configuration configuration;
    private final Registrations registrations;
    private final ObservedDevices observed;
    private final Supplier<Optional<String>> trustList;
    private volatile Known known = new Known(-1, Map.of(), ShortKeys.NONE);

    /** The certificates devices use, as of a revision of the configuration, and which of them have short keys. */
    private record Known(long revision, Map<String, PhoneCertificate> certificates, ShortKeys shortKeys) {
        /** Whether the key of {@code phone} is short, or will be. */
        private boolean hasShortKey(Phone phone) {
            boolean isOrdered = phone.model().supports(SecurityFeature.LSC)
                    && phone.capf().keySize().isShort();
            return isOrdered || certificate(phone).filter(shortKeys::contains).isPresent();
        }

        private Optional<PhoneCertificate> certificate(Phone phone) {
            return Optional.ofNullable(certificates.get(phone.name().text()));
        }
    }

    /** @param trustList the SHA-256 of the CTL file that phones are given now */
    public Posture(
            Configuration configuration,
            Registrations registrations,
            ObservedDevices observed,
            Supplier<Optional<String>> trustList) {
        this.configuration = configuration;
        this.registrations = registrations;
        this.observed = observed;
        this.trustList = trustList;
    }

    /** Every device at {@code now}, those that need somebody first. */
    public List<DevicePosture> devices(Instant now) {
        var snapshot = configuration.snapshots().current();
        var certificates = known(snapshot.revision());
        var current = trustList.get();
        var uneven = UnevenLines.of(snapshot);
        return snapshot.phones().values().stream()
                .map(phone -> device(snapshot, phone, certificates, current, uneven, now))
                .sorted(Comparator.comparing((DevicePosture device) -> device.finding() == Finding.AS_ASKED)
                        .thenComparing(device -> device.phone().name()))
                .toList();
    }

    /** The certificates of all devices, read again only after a change: every outcome of CAPF is one. */
    private Known known(long revision) {
        var now = known;
        if (now.revision() != revision) {
            var certificates = read();
            now = new Known(revision, certificates, now.shortKeys().of(certificates.values()));
            known = now;
        }
        return now;
    }

    /** The certificate each device uses: an LSC goes before a MIC (spec OV-43). */
    private Map<String, PhoneCertificate> read() {
        var used = new HashMap<String, PhoneCertificate>();
        for (var certificate : configuration.phoneCertificates().list()) {
            used.merge(
                    certificate.device(),
                    certificate,
                    (one, other) -> one.kind() == PhoneCertificate.Kind.LSC ? one : other);
        }
        return used;
    }

    private DevicePosture device(
            ConfigSnapshot snapshot,
            Phone phone,
            Known certificates,
            Optional<String> current,
            UnevenLines uneven,
            Instant now) {
        var certificate = certificates.certificate(phone);
        boolean hasShortKey = certificates.hasShortKey(phone);
        var registered = registrations.device(phone.name());
        var ctl = observed.fetched(phone.name(), TrustListFile.CTL);
        var isOld = ctl.filter(given -> !current.equals(Optional.of(given.sha256())))
                .isPresent();
        boolean isRefused = hasShortKey && !configuration.legacyPhones().areAdmitted();
        var asked = PhoneQuery.asked(snapshot, phone);
        var ofItself = finding(snapshot, phone, asked, registered, certificate, isOld, isRefused, now);
        return new DevicePosture(
                phone,
                asked,
                registered,
                ofItself == Finding.AS_ASKED && asked == DeviceSecurityMode.ENCRYPTED && uneven.areOn(phone)
                        ? Finding.SHARED_LINE
                        : ofItself,
                certificate,
                observed.session(phone.name()),
                ctl,
                observed.fetched(phone.name(), TrustListFile.ITL),
                isOld,
                hasShortKey);
    }

    private static Finding finding(
            ConfigSnapshot snapshot,
            Phone phone,
            DeviceSecurityMode asked,
            Optional<RegisteredDevice> registered,
            Optional<PhoneCertificate> certificate,
            boolean hasOldList,
            boolean hasRefusedKey,
            Instant now) {
        if (asked == DeviceSecurityMode.NON_SECURE) {
            return Finding.AS_ASKED;
        }
        if (snapshot.clusterSecurityMode() == ClusterSecurityMode.NON_SECURE) {
            return Finding.CLUSTER_NON_SECURE;
        }
        var possible = snapshot.effectiveSecurityMode(phone);
        if (!possible.name().equals(asked.name())) {
            return Finding.MODEL;
        }
        if (hasRefusedKey) {
            return Finding.SHORT_KEY;
        }
        var isExpired = certificate
                .filter(one -> one.notAfter().isBefore(now))
                .filter(one -> one.kind() == PhoneCertificate.Kind.LSC
                        || !expiredMics(snapshot).admitsToRegistration())
                .isPresent();
        return found(phone, possible, registered, certificate.isPresent(), isExpired, hasOldList);
    }

    /** Whether phones may use manufacturer certificates whose date is past. */
    public ExpiredMicPolicy expiredMics() {
        return expiredMics(configuration.snapshots().current());
    }

    private static ExpiredMicPolicy expiredMics(ConfigSnapshot snapshot) {
        return ExpiredMicPolicy.valueOf(snapshot.parameters().text("enterprise.expiredMics"));
    }

    private static Finding found(
            Phone phone,
            SecurityClass asked,
            Optional<RegisteredDevice> registered,
            boolean hasCertificate,
            boolean isExpired,
            boolean hasOldList) {
        var isSo = registered.filter(device -> device.security() == asked).isPresent();
        if (isExpired) {
            return Finding.CERTIFICATE_EXPIRED;
        }
        if (!isSo && phone.capf().operation() == CertificateOperation.INSTALL_UPGRADE) {
            return Finding.ENROLMENT_PENDING;
        }
        if (!isSo && !hasCertificate) {
            return Finding.NO_CERTIFICATE;
        }
        if (registered.isEmpty()) {
            return Finding.NOT_REGISTERED;
        }
        return hasOldList ? Finding.OLD_TRUST_LIST : isSo ? Finding.AS_ASKED : Finding.OLD_CONFIGURATION;
    }
}
