package org.keyline.ctl;

import java.util.List;
import org.keyline.model.security.ClusterSecurityMode;
import org.keyline.trust.trustlist.TrustList;

/** How a CTL operation ended. */
public sealed interface CtlOutcome {
    /**
     * Every server has the file and the mode is set. CallManager and TFTP must be restarted and the devices reset
     * before all phones know it.
     *
     * @param list the new CTL file
     * @param mode the cluster security mode now
     * @param results what each server said
     */
    record Done(TrustList list, ClusterSecurityMode mode, List<ServerResult> results) implements CtlOutcome {}

    /**
     * Nothing was changed.
     *
     * @param message what to tell the administrator
     * @param detail which token, server or file it is about
     */
    record Refused(CtlMessage message, String detail) implements CtlOutcome {}

    /**
     * Something went wrong while the file was written or the mode set; see the message and the results for what is in
     * force. Running the operation again is safe.
     *
     * @param message what to tell the administrator
     * @param detail what happened
     * @param results what each server said, as far as they were asked
     */
    record Failed(CtlMessage message, String detail, List<ServerResult> results) implements CtlOutcome {}
}
