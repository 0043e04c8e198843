package org.keyline.lab.capf;

import java.util.Optional;
import org.keyline.lab.trust.Flash;
import org.keyline.lab.trust.PhoneIdentity;

/** How the phone shows the CAPF server who it is ({@code capfAuthMode}). */
public sealed interface CapfAuthentication {
    /** The user typed the string the administrator gave: 4 to 15 digits. */
    record ByString(String digits) implements CapfAuthentication {
        /** Without the digits. */
        @Override
        public String toString() {
            return "ByString";
        }
    }

    /** Nothing but the name. */
    record ByNullString() implements CapfAuthentication {}

    /** The LSC signs; without an LSC the MIC. */
    record ByLsc() implements CapfAuthentication {}

    /** The MIC signs; without a MIC the LSC. */
    record ByMic() implements CapfAuthentication {}

    /** The mode that a configuration file orders; empty for 0, and for 1 until a user types the string. */
    static Optional<CapfAuthentication> ofMode(int capfAuthMode) {
        return switch (capfAuthMode) {
            case 2 -> Optional.of(new ByNullString());
            case 3 -> Optional.of(new ByLsc());
            case 4 -> Optional.of(new ByMic());
            default -> Optional.empty();
        };
    }

    /** The value of {@code capfAuthMode} it stands for. */
    default int mode() {
        return switch (this) {
            case ByString _ -> 1;
            case ByNullString _ -> 2;
            case ByLsc _ -> 3;
            case ByMic _ -> 4;
        };
    }

    /** The certificate to sign with; empty when this mode signs nothing or the phone has none. */
    default Optional<PhoneIdentity> identity(Flash flash) {
        return switch (this) {
            case ByString _, ByNullString _ -> Optional.empty();
            case ByLsc _ -> flash.lsc().or(flash::mic);
            case ByMic _ -> flash.mic().or(flash::lsc);
        };
    }
}
