package org.keyline.node.scenario;

import org.keyline.lab.LabPhone;
import org.keyline.sccp.codec.field.KeypadKey;
import org.keyline.sccp.codec.field.SoftKey;
import org.keyline.sccp.codec.message.StationKey;

/** Phones that reach for what is not theirs. */
final class Strangers {
    private Strangers() {}

    /** Presses every key there is for a call of others. */
    static void meddle(LabPhone stranger, int call) {
        stranger.says(new StationKey.OnHook(1, call));
        stranger.says(new StationKey.KeypadButton(KeypadKey.of('1'), 1, call));
        for (var key : new SoftKey[] {SoftKey.HOLD, SoftKey.RESUME, SoftKey.END_CALL, SoftKey.ANSWER}) {
            stranger.says(new StationKey.SoftKeyEvent(key, 1, call));
        }
    }
}
