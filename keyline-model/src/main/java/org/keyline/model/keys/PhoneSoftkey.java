package org.keyline.model.keys;

import static org.keyline.model.keys.SoftkeyState.*;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Every softkey: its name, the number the phone sends when it is pressed, the code of its label, and the call states it
 * may stand in (SCCP sheet 5.5, 5.12). Numbers to 18 are the classic ones, which phones know; those above are the
 * server's own choice. A key without a label code is labelled with its name.
 */
public enum PhoneSoftkey {
    REDIAL("Redial", 1, 0x80_01, ON_HOOK, OFF_HOOK, OFF_HOOK_WITH_FEATURE, ON_HOOK_STEALABLE),
    NEW_CALL("NewCall", 2, 0x80_02, ON_HOOK, ON_HOLD, REMOTE_IN_USE, ON_HOOK_STEALABLE, HOLD_CONFERENCE),
    HOLD("Hold", 3, 0x80_03, CONNECTED, CONNECTED_TRANSFER, CONNECTED_CONFERENCE),
    TRANSFER("Trnsfer", 4, 0x80_04, CONNECTED, ON_HOLD, CONNECTED_TRANSFER, CONNECTED_CONFERENCE, RING_OUT),
    FORWARD_ALL("CfwdAll", 5, 0x80_05, ON_HOOK, OFF_HOOK),
    FORWARD_BUSY("CfwdBusy", 6, 0x80_06, ON_HOOK, OFF_HOOK),
    FORWARD_NO_ANSWER("CfwdNoAnswer", 7, 0x80_07, ON_HOOK, OFF_HOOK),
    BACKSPACE("<<", 8, 0x80_08, DIGITS_AFTER_FIRST),
    END_CALL(
            "EndCall",
            9,
            0x80_09,
            CONNECTED,
            ON_HOLD,
            OFF_HOOK,
            CONNECTED_TRANSFER,
            DIGITS_AFTER_FIRST,
            CONNECTED_CONFERENCE,
            RING_OUT,
            OFF_HOOK_WITH_FEATURE,
            HOLD_CONFERENCE),
    RESUME("Resume", 10, 0x80_0A, ON_HOLD, ON_HOOK_STEALABLE, HOLD_CONFERENCE),
    ANSWER("Answer", 11, 0x80_0B, RING_IN),
    INFO("Info", 12, 0x80_0C, CONNECTED, ON_HOLD, CONNECTED_CONFERENCE),
    CONFERENCE("Confrn", 13, 0x80_0D, CONNECTED, CONNECTED_TRANSFER, CONNECTED_CONFERENCE, RING_OUT),
    PARK("Park", 14, 0x80_0E, CONNECTED, CONNECTED_CONFERENCE),
    JOIN("Join", 15, 0x80_0F, CONNECTED, ON_HOLD, CONNECTED_CONFERENCE, HOLD_CONFERENCE),
    MEET_ME("MeetMe", 16, 0x80_10, ON_HOOK, OFF_HOOK),
    PICK_UP("PickUp", 17, 0x80_11, ON_HOOK, OFF_HOOK, OFF_HOOK_WITH_FEATURE, REMOTE_IN_USE),
    GROUP_PICK_UP("GPickUp", 18, 0x80_12, ON_HOOK, OFF_HOOK, OFF_HOOK_WITH_FEATURE, REMOTE_IN_USE),
    REMOVE_LAST("RmLstC", 19, 0x80_39, CONNECTED, CONNECTED_CONFERENCE),
    CALL_BACK("CallBack", 20, 0x80_41, ON_HOOK, RING_OUT, CONNECTED_TRANSFER),
    BARGE("Barge", 21, 0x80_43, REMOTE_IN_USE, ON_HOOK_STEALABLE),
    QUALITY_REPORT("QRT", 22, 0x80_4B, ON_HOOK, CONNECTED, CONNECTED_CONFERENCE),
    MALICIOUS_CALL("MCID", 23, 0x80_4C, CONNECTED, ON_HOLD, CONNECTED_CONFERENCE),
    DIVERT("iDivert", 24, 0x80_50, RING_IN, CONNECTED, ON_HOLD),
    CONFERENCE_BARGE("cBarge", 25, 0x80_51, REMOTE_IN_USE, ON_HOOK_STEALABLE),
    OTHER_PICK_UP("OPickUp", 26, 0x80_5B, ON_HOOK, OFF_HOOK, OFF_HOOK_WITH_FEATURE, REMOTE_IN_USE),
    HUNT_GROUP_LOG("HLog", 27, 0x80_5C, ON_HOOK, OFF_HOOK, CONNECTED),
    DIRECT_TRANSFER("DirTrfr", 28, 0x80_4D, CONNECTED, ON_HOLD, CONNECTED_CONFERENCE),
    SELECT("Select", 29, 0x80_4E, CONNECTED, ON_HOLD, CONNECTED_CONFERENCE, REMOTE_IN_USE, HOLD_CONFERENCE),
    CONFERENCE_LIST("ConfList", 30, 0x80_4F, CONNECTED, CONNECTED_CONFERENCE, HOLD_CONFERENCE),
    DO_NOT_DISTURB("DND", 31, 0x80_3F, ON_HOOK, CONNECTED, ON_HOLD, RING_IN, OFF_HOOK),
    /** Ends dialling. */
    DIAL("Dial", 32, 0, DIGITS_AFTER_FIRST),
    VIDEO_MODE("VidMode", 33, 0x80_58, CONNECTED, CONNECTED_TRANSFER, CONNECTED_CONFERENCE),
    ABBREVIATED_DIAL("AbbrDial", 34, 0x1E_3C, ON_HOOK, OFF_HOOK, DIGITS_AFTER_FIRST),
    TRANSFER_TO_VOICE_MAIL("TrnsfVM", 35, 0x80_3E, CONNECTED, ON_HOLD, CONNECTED_TRANSFER, RING_OUT),
    PRIVATE("Private", 36, 0x80_36, ON_HOOK, CONNECTED, ON_HOLD, OFF_HOOK, RING_OUT, CONNECTED_CONFERENCE),
    RECORD("Record", 37, 0x1E_43, CONNECTED, CONNECTED_CONFERENCE),
    LIVE_RECORD("LiveRcd", 38, 0, CONNECTED, CONNECTED_CONFERENCE),
    FLASH("Flash", 39, 0x1E_03, CONNECTED),
    MOBILITY("Mobility", 40, 0x1E_2B, ON_HOOK, CONNECTED);

    private final String title;
    private final int event;
    private final int label;

    /** A bit for each state. */
    private final int states;

    PhoneSoftkey(String title, int event, int label, SoftkeyState... states) {
        this.title = title;
        this.event = event;
        this.label = label;
        var bits = 0;
        for (var state : states) {
            bits |= 1 << state.set();
        }
        this.states = bits;
    }

    /** Its name, as administrators and phones write it. */
    public String title() {
        return title;
    }

    /** The number a phone sends when it is pressed. */
    public int event() {
        return event;
    }

    /** Prefix and code of its label in one number, for example {@code 0x8001}; 0 where it has none. */
    public int labelCode() {
        return label;
    }

    /** Whether it may stand in this state. */
    public boolean mayStandIn(SoftkeyState state) {
        return (states & 1 << state.set()) != 0;
    }

    /** The keys that may stand in a state, in the order of their numbers. */
    public static List<PhoneSoftkey> of(SoftkeyState state) {
        return List.of(values()).stream().filter(key -> key.mayStandIn(state)).toList();
    }

    /** The key of this name; capitals make no difference. */
    public static Optional<PhoneSoftkey> named(String title) {
        var wanted = title.strip().toLowerCase(Locale.ROOT);
        for (var key : values()) {
            if (key.title.toLowerCase(Locale.ROOT).equals(wanted)) {
                return Optional.of(key);
            }
        }
        return Optional.empty();
    }
}
