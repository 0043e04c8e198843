package org.keyline.capf.operation;

import java.time.Clock;
import org.keyline.capf.log.CapfCode;
import org.keyline.config.snapshot.SnapshotSource;
import org.keyline.model.device.Phone;
import org.keyline.model.security.CapfSettings.CertificateOperation;

/**
 * Ends the operations whose time (Operation Completes By) is over though their phone never came.
 *
 * @param configuration where the operations stand
 * @param operations how they are ended
 * @param clock what time it is at the server (spec CAPF-067)
 */
public record ExpiredOperations(SnapshotSource configuration, Operations operations, Clock clock) {
    /** Ends those that are over now. Blocks. */
    public void sweep() {
        configuration.current().phones().values().stream()
                .filter(this::isOver)
                .forEach(phone -> operations.failed(phone.name(), phone.capf().operation(), CapfCode.TIMED_OUT));
    }

    private boolean isOver(Phone phone) {
        return phone.capf().operation() != CertificateOperation.NO_PENDING_OPERATION
                && phone.capf().completesBy().filter(clock.instant()::isAfter).isPresent();
    }
}
