package org.keyline.web.phone;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.keyline.config.snapshot.ConfigSnapshot;
import org.keyline.model.device.Phone;
import org.keyline.model.device.PhoneModel;
import org.keyline.model.device.PhoneModel.SecurityFeature;
import org.keyline.model.device.PhoneModels;
import org.keyline.model.security.DeviceSecurityMode;

/**
 * What an administrator looks for: one criterion, and perhaps a value to narrow it (spec PH-035 to PH-037, CAPF-070).
 *
 * @param criterion what is looked at
 * @param value what it must be; empty for any
 */
public record PhoneQuery(Criterion criterion, String value) {
    /** The statuses a search by LSC status can be narrowed to. */
    public static final List<String> LSC_STATUSES =
            List.of("Operation Pending", "Success", "Upgrade Failed", "Delete Failed", "Troubleshoot Failed");

    /** The modes a search by device security mode can be narrowed to. */
    public static final List<String> MODES =
            List.of(DeviceSecurityMode.AUTHENTICATED.name(), DeviceSecurityMode.ENCRYPTED.name());

    private static final String NOT_WITH_CAPF = "None";

    /** What a search looks at. */
    public enum Criterion {
        /** Every phone. */
        ALL,
        /** Phones that support authentication or encryption, by the mode asked for. */
        MODE,
        /** Phones of a model that supports authentication or encryption. */
        MODEL,
        /** Phones whose certificate CAPF looks after, by the status of the operation. */
        LSC;

        private String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The query a form sends: {@code all}, {@code mode}, {@code mode:ENCRYPTED}, {@code lsc:Success}. */
    public static Optional<PhoneQuery> of(String text) {
        var parts = text.split(":", 2);
        var value = parts.length > 1 ? parts[1] : "";
        for (var criterion : Criterion.values()) {
            if (criterion.key().equals(parts[0]) && isKnown(criterion, value)) {
                return Optional.of(new PhoneQuery(criterion, value));
            }
        }
        return Optional.empty();
    }

    private static boolean isKnown(Criterion criterion, String value) {
        return value.isEmpty()
                || switch (criterion) {
                    case ALL -> false;
                    case MODEL -> PhoneModels.byName(value).isPresent();
                    case MODE -> MODES.contains(value);
                    case LSC -> LSC_STATUSES.contains(value);
                };
    }

    /** The models of configured phones that support authentication or encryption. */
    public static List<String> models(ConfigSnapshot snapshot) {
        return snapshot.phones().values().stream()
                .map(Phone::model)
                .filter(model -> model.supports(SecurityFeature.DEVICE_AUTHENTICATION))
                .map(PhoneModel::name)
                .distinct()
                .sorted()
                .toList();
    }

    /** As a form sends it. */
    public String text() {
        return value.isEmpty() ? criterion.key() : criterion.key() + ":" + value;
    }

    /** The phones that are meant, by name. */
    public List<Phone> find(ConfigSnapshot snapshot) {
        return snapshot.phones().values().stream()
                .filter(phone -> matches(snapshot, phone))
                .sorted(Comparator.comparing(Phone::name))
                .toList();
    }

    private boolean matches(ConfigSnapshot snapshot, Phone phone) {
        return switch (criterion) {
            case ALL -> true;
            case MODE ->
                phone.model().supports(SecurityFeature.DEVICE_AUTHENTICATION)
                        && (value.isEmpty() || asked(snapshot, phone).name().equals(value));
            case MODEL ->
                phone.model().supports(SecurityFeature.DEVICE_AUTHENTICATION)
                        && (value.isEmpty() || phone.model().name().equals(value));
            case LSC -> {
                var status = phone.capf().lscStatus();
                yield value.isEmpty() ? !status.equals(NOT_WITH_CAPF) : status.equals(value);
            }
        };
    }

    /** The mode asked for: the phone's own, or the system default. */
    public static DeviceSecurityMode asked(ConfigSnapshot snapshot, Phone phone) {
        return phone.securityMode() == DeviceSecurityMode.USE_SYSTEM_DEFAULT
                ? snapshot.parameters().defaultDeviceSecurityMode()
                : phone.securityMode();
    }
}
