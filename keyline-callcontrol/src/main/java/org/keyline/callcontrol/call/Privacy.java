package org.keyline.callcontrol.call;

import java.util.function.Predicate;
import org.keyline.model.device.DeviceName;

/**
 * Who keeps their calls from others with the same line: these see that the line is in use, and nothing else; they
 * cannot come in. A held call is shown and may be taken back, unless that is forbidden too.
 *
 * @param wanted whose users want it now
 * @param onHeldCalls whether held calls are kept private too (service parameter Enforce Privacy on Held Calls)
 */
public record Privacy(Predicate<DeviceName> wanted, boolean onHeldCalls) {
    /** Nobody wants any. */
    public static final Privacy NONE = new Privacy(_ -> false, false);

    /** Whether the user of this phone wants it. */
    public boolean isWantedBy(DeviceName phone) {
        return wanted.test(phone);
    }

    /** Whether nothing of a call of this phone is shown elsewhere. */
    boolean hides(DeviceName phone, boolean held) {
        return (onHeldCalls || !held) && isWantedBy(phone);
    }
}
