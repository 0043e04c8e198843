package org.keyline.callcontrol.registration;

import java.util.Optional;
import org.keyline.model.device.Phone;
import org.keyline.model.security.SecurityClass;

/**
 * Whether a device may register.
 *
 * <table>
 * <caption>The first row that fits decides</caption>
 * <tr><th>the device</th><th>decision</th></tr>
 * <tr><td>is not configured</td><td>UNKNOWN_DEVICE</td></tr>
 * <tr><td>is of another type than configured</td><td>DEVICE_TYPE_MISMATCH</td></tr>
 * <tr><td>is set as authenticated or encrypted and comes without TLS</td><td>AUTHENTICATED_WITHOUT_TLS (AL-01)</td></tr>
 * <tr><td>is set as non-secure and comes over TLS</td><td>NON_SECURE_OVER_TLS (AL-02)</td></tr>
 * <tr><td>shows no certificate, or that of another</td><td>CERTIFICATE_NAME_MISMATCH (AL-03)</td></tr>
 * <tr><td>is set as encrypted and comes over TLS that only authenticates</td><td>INCOMPATIBLE_TLS (AL-04)</td></tr>
 * <tr><td>else</td><td>admitted with the class it is set to</td></tr>
 * </table>
 *
 * TLS that encrypts is good enough for a device set as authenticated: current TLS has nothing weaker to offer.
 */
public final class Admission {
    private Admission() {}

    /** What is decided. */
    public sealed interface Decision {
        /** The device may register. */
        record Admit(Phone phone, SecurityClass security) implements Decision {}

        /** It may not. */
        record Refuse(Refusal why) implements Decision {}
    }

    /**
     * Decides on a request.
     *
     * @param phone the phone as configured, if there is one of this name
     * @param mode the security mode in force for it; of no meaning without a phone
     */
    public static Decision decide(RegistrationRequest request, Optional<Phone> phone, SecurityClass mode) {
        if (phone.isEmpty()) {
            return new Decision.Refuse(Refusal.UNKNOWN_DEVICE);
        }
        if (phone.get().model().deviceType() != request.deviceType()) {
            return new Decision.Refuse(Refusal.DEVICE_TYPE_MISMATCH);
        }
        return objection(request, mode)
                .<Decision>map(Decision.Refuse::new)
                .orElseGet(() -> new Decision.Admit(phone.get(), mode));
    }

    private static Optional<Refusal> objection(RegistrationRequest request, SecurityClass mode) {
        var tls = request.transport() != SecurityClass.NON_SECURE;
        if (!tls) {
            return mode == SecurityClass.NON_SECURE ? Optional.empty() : Optional.of(Refusal.AUTHENTICATED_WITHOUT_TLS);
        }
        if (mode == SecurityClass.NON_SECURE) {
            return Optional.of(Refusal.NON_SECURE_OVER_TLS);
        }
        if (request.certifiedName().filter(request.device()::equals).isEmpty()) {
            return Optional.of(Refusal.CERTIFICATE_NAME_MISMATCH);
        }
        return request.transport().compareTo(mode) < 0 ? Optional.of(Refusal.INCOMPATIBLE_TLS) : Optional.empty();
    }
}
