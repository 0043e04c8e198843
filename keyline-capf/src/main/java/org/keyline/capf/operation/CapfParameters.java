package org.keyline.capf.operation;

import java.time.Duration;
import org.keyline.config.snapshot.Parameters;

/**
 * CAPF's service parameters as they were when the service started (spec CAPF-044).
 *
 * @param validityYears how long LSCs are valid
 * @param keyGeneration how long a phone may take to make its key
 * @param keyAttempts after how many failures to make a key the operation fails
 */
public record CapfParameters(int validityYears, Duration keyGeneration, int keyAttempts) {
    /** The parameters in force. */
    public static CapfParameters of(Parameters parameters) {
        return new CapfParameters(
                parameters.integer("capf.durationOfCertificateValidityYears"),
                Duration.ofMinutes(parameters.integer("capf.maxKeyGenerationMinutes")),
                parameters.integer("capf.maxKeyGenerationAttempts"));
    }
}
