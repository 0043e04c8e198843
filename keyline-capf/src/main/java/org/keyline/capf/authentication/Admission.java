package org.keyline.capf.authentication;

import org.keyline.capf.log.CapfCode;
import org.keyline.model.device.DeviceName;
import org.keyline.model.device.Phone;

/** What becomes of a phone that said who it is. */
public sealed interface Admission {
    /** It is who it says, and an operation is pending. */
    record Admitted(Phone phone) implements Admission {}

    /** Nothing is to be done for it. */
    record NothingPending(DeviceName device) implements Admission {}

    /** The time of its operation is over (spec CAPF-067). */
    record Expired(Phone phone) implements Admission {}

    /**
     * Its operation cannot be done as it is set.
     *
     * @param why what the operation status tells of it
     */
    record Unfit(Phone phone, String why) implements Admission {}

    /** There is no such device. */
    record UnknownDevice(String name) implements Admission {}

    /**
     * It did not prove who it is.
     *
     * @param why one sentence for a log
     * @param code the same as the CAPF log knows it
     */
    record Refused(String name, String why, CapfCode code) implements Admission {}
}
