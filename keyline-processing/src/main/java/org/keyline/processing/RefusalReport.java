package org.keyline.processing;

import java.util.Map;
import java.util.Optional;
import org.keyline.callcontrol.registration.Refusal;
import org.keyline.callcontrol.registration.RegistrationRequest;
import org.keyline.model.device.DeviceName;
import org.keyline.model.device.Phone;
import org.keyline.model.security.SecurityClass;
import org.keyline.processing.Processing.Serviceability;
import org.keyline.serviceability.alarm.AlarmCatalogue;
import org.keyline.serviceability.alarm.AlarmDefinition;

/** Tells the administrator of refused registrations (spec AL-01 to AL-04), and remembers unknown phones. */
record RefusalReport(Serviceability to) {
    void report(RegistrationRequest request, Optional<Phone> phone, SecurityClass mode, Refusal why) {
        if (why == Refusal.UNKNOWN_DEVICE) {
            to.waiting().knocked(request.device().text(), request.peerText(), "SCCP", request.deviceType());
        }
        to.alarms().raise(alarm(why), parameters(request, phone, mode, why));
    }

    private static AlarmDefinition alarm(Refusal why) {
        return switch (why) {
            case UNKNOWN_DEVICE -> AlarmCatalogue.UNKNOWN_DEVICE;
            case DEVICE_TYPE_MISMATCH -> AlarmCatalogue.DEVICE_TYPE_MISMATCH;
            case AUTHENTICATED_WITHOUT_TLS -> AlarmCatalogue.AUTHENTICATED_DEVICE_WITHOUT_TLS;
            case NON_SECURE_OVER_TLS -> AlarmCatalogue.UNAUTHENTICATED_DEVICE_OVER_TLS;
            case CERTIFICATE_NAME_MISMATCH -> AlarmCatalogue.CERTIFICATE_NAME_MISMATCH;
            case INCOMPATIBLE_TLS -> AlarmCatalogue.INCOMPATIBLE_TLS;
        };
    }

    private static Map<String, String> parameters(
            RegistrationRequest request, Optional<Phone> phone, SecurityClass mode, Refusal why) {
        var device = request.device().text();
        var peer = request.peerText();
        return switch (why) {
            case UNKNOWN_DEVICE, AUTHENTICATED_WITHOUT_TLS, NON_SECURE_OVER_TLS ->
                Map.of("device", device, "peer", peer);
            case DEVICE_TYPE_MISMATCH ->
                Map.of(
                        "device",
                        device,
                        "peer",
                        peer,
                        "configured",
                        phone.map(found -> found.model().name()).orElse("-"),
                        "registered",
                        "device type " + request.deviceType());
            case CERTIFICATE_NAME_MISMATCH ->
                Map.of(
                        "device", device,
                        "peer", peer,
                        "certificate",
                                request.certifiedName().map(DeviceName::text).orElse("-"));
            case INCOMPATIBLE_TLS ->
                Map.of(
                        "device",
                        device,
                        "peer",
                        peer,
                        "transport",
                        request.transport().name(),
                        "mode",
                        mode.name());
        };
    }
}
