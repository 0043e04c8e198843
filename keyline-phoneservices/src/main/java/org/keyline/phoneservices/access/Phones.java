package org.keyline.phoneservices.access;

import java.net.InetAddress;
import java.util.Optional;
import org.keyline.model.device.DeviceName;

/** What this room asks of call processing. */
public interface Phones {
    /** Where a phone is registered from; empty when it is not registered. */
    Optional<InetAddress> address(DeviceName phone);

    /**
     * Restarts a phone for a change of who is logged in, once call processing keeps to that revision of the
     * configuration; when the phone has a call, as soon as it is over. Returns at once.
     */
    void restartForLogin(DeviceName phone, long revision);
}
