package org.keyline.model.security;

import java.time.Instant;
import java.util.Optional;

/**
 * What CAPF shall do with a phone's certificate (spec CAPF-048 to CAPF-068).
 *
 * @param operation the pending operation
 * @param authentication how the phone proves who it is
 * @param authenticationString digits the user types; single use; a secret
 * @param keySize the key to be generated
 * @param completesBy when the operation expires
 * @param status the outcome of the last operation as shown to the administrator
 */
public record CapfSettings(
        CertificateOperation operation,
        AuthenticationMode authentication,
        Optional<String> authenticationString,
        KeySize keySize,
        Optional<Instant> completesBy,
        String status) {
    /** Nothing pending. */
    public static final CapfSettings NONE = new CapfSettings(
            CertificateOperation.NO_PENDING_OPERATION,
            AuthenticationMode.BY_NULL_STRING,
            Optional.empty(),
            KeySize.STANDARD,
            Optional.empty(),
            "");

    /** Masks the authentication string. */
    @Override
    public String toString() {
        return "CapfSettings[" + operation + ", " + authentication + ", " + keySize + ", by "
                + completesBy.map(Instant::toString).orElse("-") + ", " + status + "]";
    }

    /** Certificate operations (spec CAPF-048). */
    public enum CertificateOperation {
        NO_PENDING_OPERATION("No Pending Operation"),
        INSTALL_UPGRADE("Install/Upgrade"),
        DELETE("Delete"),
        TROUBLESHOOT("Troubleshoot");

        private final String label;

        CertificateOperation(String label) {
            this.label = label;
        }

        /** The operation type as the operation status names it. */
        public String label() {
            return label;
        }

        /** Operation Status while the phone has not done it yet, for example {@code Install/Upgrade pending}. */
        public String pending() {
            return this == NO_PENDING_OPERATION ? "" : label + " pending";
        }

        /** Operation Status after a failure, for example {@code Delete failed}. */
        public String failed() {
            return label + " failed";
        }

        /** Operation Status after a failure that has a cause to be told: the same, and the cause behind it. */
        public String failed(String cause) {
            return cause.isEmpty() ? failed() : failed() + ": " + cause;
        }

        /** Operation Status after success; {@code Delete Success} for a deleted certificate (spec CAPF-053). */
        public String successful() {
            return this == DELETE ? "Delete Success" : label + " successful";
        }
    }

    /** The LSC status phones are searched by, from operation and status (spec PH-037). */
    public String lscStatus() {
        if (operation != CertificateOperation.NO_PENDING_OPERATION) {
            return "Operation Pending";
        }
        for (var done : CertificateOperation.values()) {
            if (status.startsWith(done.failed())) {
                return done == CertificateOperation.INSTALL_UPGRADE ? "Upgrade Failed" : done.label() + " Failed";
            }
            if (status.equals(done.successful())) {
                return "Success";
            }
        }
        return "None";
    }

    /** How a phone authenticates to CAPF (spec CAPF-058 to CAPF-062), with the value of {@code capfAuthMode}. */
    public enum AuthenticationMode {
        BY_AUTHENTICATION_STRING(1),
        BY_NULL_STRING(2),
        BY_EXISTING_CERTIFICATE_LSC(3),
        BY_EXISTING_CERTIFICATE_MIC(4);

        private final int value;

        AuthenticationMode(int value) {
            this.value = value;
        }

        /** The value of {@code capfAuthMode} in the phone's configuration file. */
        public int value() {
            return value;
        }
    }
}
