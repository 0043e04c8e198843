package org.keyline.capf.authentication;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.keyline.capf.log.CapfCode;
import org.keyline.capf.message.PhoneMessage.AuthResponse;
import org.keyline.config.snapshot.SnapshotSource;
import org.keyline.model.device.DeviceName;
import org.keyline.model.device.Phone;
import org.keyline.model.security.CapfSettings.CertificateOperation;
import org.keyline.serviceability.alarm.AlarmCatalogue;
import org.keyline.serviceability.alarm.Alarms;
import org.keyline.trust.lsc.PhoneCertificates;
import org.keyline.trust.secret.Secret;

/** Decides on phones that say who they are. Thread-safe; verifying signatures takes its time. */
public final class Gate {
    private static final String P521 = "this server's TLS cannot check keys on P-521; choose EC P-384";
    private static final String SHORT_KEY = "Key Size is below 2048 bits; choose 2048 or more";

    private final SnapshotSource configuration;
    private final Supplier<PhoneCertificates> accepted;
    private final Alarms alarms;
    private final Clock clock;
    private final boolean admitsLegacyKeys;
    private final StringAttempts attempts = new StringAttempts();

    /**
     * A gate.
     *
     * @param accepted the issuers of phone certificates that are accepted now
     * @param admitsLegacyKeys whether certificates are issued for keys that need a server for old phones
     */
    public Gate(
            SnapshotSource configuration,
            Supplier<PhoneCertificates> accepted,
            boolean admitsLegacyKeys,
            Alarms alarms,
            Clock clock) {
        this.admitsLegacyKeys = admitsLegacyKeys;
        this.configuration = configuration;
        this.accepted = accepted;
        this.alarms = alarms;
        this.clock = clock;
    }

    /** Decides on {@code response}. */
    public Admission decide(AuthResponse response) {
        var name = response.deviceName().filter(DeviceName::isValid);
        if (name.isEmpty()) {
            return new Admission.Refused("?", "The phone gave no device name", CapfCode.INVALID_CREDENTIALS);
        }
        var phone = configuration.current().phone(new DeviceName(name.get()));
        return phone.map(known -> decide(known, response)).orElseGet(() -> new Admission.UnknownDevice(name.get()));
    }

    private Admission decide(Phone phone, AuthResponse response) {
        if (phone.capf().operation() == CertificateOperation.NO_PENDING_OPERATION) {
            return new Admission.NothingPending(phone.name());
        }
        if (phone.capf().completesBy().filter(clock.instant()::isAfter).isPresent()) {
            return new Admission.Expired(phone);
        }
        return fault(phone, response)
                .<Admission>map(fault -> new Admission.Refused(phone.name().text(), fault.why(), fault.code()))
                .orElseGet(() -> admit(phone));
    }

    /** What was set before short keys were refused is found out here. */
    private Admission admit(Phone phone) {
        var size = phone.capf().keySize();
        if (phone.capf().operation() != CertificateOperation.INSTALL_UPGRADE
                || admitsLegacyKeys
                || !size.needsLegacyServer()) {
            return new Admission.Admitted(phone);
        }
        return new Admission.Unfit(phone, size.isShort() ? SHORT_KEY : P521);
    }

    /** Why a phone is refused. */
    private record Fault(String why, CapfCode code) {
        static Optional<Fault> ofString(String why) {
            return Optional.of(new Fault(why, CapfCode.INVALID_STRING));
        }
    }

    /** Why the phone is refused, if it is. */
    private Optional<Fault> fault(Phone phone, AuthResponse response) {
        return switch (phone.capf().authentication()) {
            case BY_NULL_STRING -> Optional.empty();
            case BY_AUTHENTICATION_STRING -> stringFault(phone, response);
            case BY_EXISTING_CERTIFICATE_LSC, BY_EXISTING_CERTIFICATE_MIC -> proofFault(phone, response);
        };
    }

    private Optional<Fault> stringFault(Phone phone, AuthResponse response) {
        var now = clock.instant();
        if (attempts.isLocked(phone.name(), now)) {
            return Fault.ofString("Too many wrong authentication strings; the phone must wait");
        }
        if (isRight(phone, response)) {
            attempts.succeeded(phone.name());
            return Optional.empty();
        }
        if (attempts.failed(phone.name(), now)) {
            alarms.raise(
                    AlarmCatalogue.CAPF_LOCKED_OUT,
                    Map.of(
                            "device", phone.name().text(),
                            "minutes", Long.toString(StringAttempts.WAIT.toMinutes())));
        }
        return Fault.ofString("The authentication string is wrong");
    }

    private static boolean isRight(Phone phone, AuthResponse response) {
        var wanted = phone.capf().authenticationString();
        if (wanted.isEmpty() || response.password().isEmpty()) {
            return false;
        }
        try (var expected = Secret.of(wanted.get());
                var given = Secret.of(response.password().get())) {
            return expected.matches(given);
        }
    }

    private Optional<Fault> proofFault(Phone phone, AuthResponse response) {
        try {
            new CertificateProof(accepted.get())
                    .check(response.proof(), phone.name().text(), response.session(), clock.instant());
            return Optional.empty();
        } catch (CertificateProof.NotProven notProven) {
            var why = String.valueOf(notProven.getMessage());
            notProven.subject().ifPresent(subject -> tellOfCertificate(phone, subject, why));
            return Optional.of(new Fault(why, notProven.code()));
        }
    }

    private void tellOfCertificate(Phone phone, String subject, String why) {
        alarms.raise(
                AlarmCatalogue.CERTIFICATE_REFUSED,
                Map.of("peer", phone.name().text(), "certificate", subject, "reason", why));
    }
}
