package org.keyline.model.keys;

import static org.keyline.model.keys.PhoneSoftkey.*;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The softkey templates that are always there and that nobody changes. */
public enum StandardSoftkeys {
    /** What a phone has when nothing else is said: calls, hold, transfer, conference, pickup. */
    STANDARD_USER("Standard User"),

    /** The features that users may be given beside calls; as many different keys as a phone takes. */
    STANDARD_FEATURE("Standard Feature");

    private final String title;

    StandardSoftkeys(String title) {
        this.title = title;
    }

    /** Its name. */
    public String title() {
        return title;
    }

    public SoftkeyTemplate template() {
        return switch (this) {
            case STANDARD_USER -> Templates.USER;
            case STANDARD_FEATURE -> Templates.FEATURE;
        };
    }

    /** All of them by name. */
    public static Map<String, SoftkeyTemplate> byName() {
        var byName = new LinkedHashMap<String, SoftkeyTemplate>();
        for (var standard : values()) {
            byName.put(standard.title, standard.template());
        }
        return Collections.unmodifiableMap(byName);
    }

    private static final class Templates {
        private static final SoftkeyTemplate USER = new SoftkeyTemplate(
                STANDARD_USER.title,
                Map.ofEntries(
                        state(SoftkeyState.ON_HOOK, REDIAL, NEW_CALL, FORWARD_ALL, PICK_UP, GROUP_PICK_UP, CALL_BACK),
                        state(
                                SoftkeyState.CONNECTED,
                                HOLD,
                                END_CALL,
                                TRANSFER,
                                PARK,
                                CONFERENCE,
                                CONFERENCE_LIST,
                                SELECT,
                                JOIN,
                                DIRECT_TRANSFER,
                                VIDEO_MODE),
                        state(SoftkeyState.ON_HOLD, RESUME, NEW_CALL, END_CALL, DIRECT_TRANSFER, SELECT, JOIN),
                        state(SoftkeyState.RING_IN, ANSWER),
                        state(SoftkeyState.OFF_HOOK, REDIAL, END_CALL, FORWARD_ALL, PICK_UP, GROUP_PICK_UP, MEET_ME),
                        state(SoftkeyState.CONNECTED_TRANSFER, END_CALL, TRANSFER),
                        state(SoftkeyState.DIGITS_AFTER_FIRST, BACKSPACE, END_CALL, DIAL),
                        state(
                                SoftkeyState.CONNECTED_CONFERENCE,
                                END_CALL,
                                CONFERENCE,
                                HOLD,
                                CONFERENCE_LIST,
                                REMOVE_LAST),
                        state(SoftkeyState.RING_OUT, END_CALL, CALL_BACK),
                        state(SoftkeyState.OFF_HOOK_WITH_FEATURE, REDIAL, END_CALL),
                        state(SoftkeyState.REMOTE_IN_USE, BARGE, NEW_CALL),
                        state(SoftkeyState.ON_HOOK_STEALABLE, RESUME, NEW_CALL, BARGE, REDIAL),
                        state(SoftkeyState.HOLD_CONFERENCE, RESUME, NEW_CALL, END_CALL, CONFERENCE_LIST)));

        private static final SoftkeyTemplate FEATURE = new SoftkeyTemplate(
                STANDARD_FEATURE.title,
                Map.ofEntries(
                        state(
                                SoftkeyState.ON_HOOK,
                                REDIAL,
                                NEW_CALL,
                                FORWARD_ALL,
                                PICK_UP,
                                GROUP_PICK_UP,
                                OTHER_PICK_UP,
                                ABBREVIATED_DIAL,
                                CALL_BACK,
                                DO_NOT_DISTURB,
                                PRIVATE,
                                HUNT_GROUP_LOG,
                                QUALITY_REPORT,
                                MOBILITY),
                        state(
                                SoftkeyState.CONNECTED,
                                HOLD,
                                END_CALL,
                                TRANSFER,
                                PARK,
                                CONFERENCE,
                                REMOVE_LAST,
                                CONFERENCE_LIST,
                                SELECT,
                                JOIN,
                                DIRECT_TRANSFER,
                                DIVERT,
                                MALICIOUS_CALL,
                                QUALITY_REPORT,
                                MOBILITY),
                        state(SoftkeyState.ON_HOLD, RESUME, NEW_CALL, END_CALL, DIRECT_TRANSFER, SELECT, JOIN, DIVERT),
                        state(SoftkeyState.RING_IN, ANSWER, DIVERT, DO_NOT_DISTURB),
                        state(
                                SoftkeyState.OFF_HOOK,
                                REDIAL,
                                END_CALL,
                                FORWARD_ALL,
                                PICK_UP,
                                GROUP_PICK_UP,
                                OTHER_PICK_UP,
                                MEET_ME,
                                ABBREVIATED_DIAL),
                        state(SoftkeyState.CONNECTED_TRANSFER, END_CALL, TRANSFER, HOLD, CALL_BACK),
                        state(SoftkeyState.DIGITS_AFTER_FIRST, BACKSPACE, END_CALL, DIAL, ABBREVIATED_DIAL),
                        state(
                                SoftkeyState.CONNECTED_CONFERENCE,
                                END_CALL,
                                CONFERENCE,
                                HOLD,
                                CONFERENCE_LIST,
                                REMOVE_LAST,
                                JOIN),
                        state(SoftkeyState.RING_OUT, END_CALL, TRANSFER, CALL_BACK),
                        state(SoftkeyState.OFF_HOOK_WITH_FEATURE, REDIAL, END_CALL, PICK_UP, GROUP_PICK_UP),
                        state(SoftkeyState.REMOTE_IN_USE, BARGE, NEW_CALL, CONFERENCE_BARGE, SELECT),
                        state(SoftkeyState.ON_HOOK_STEALABLE, RESUME, NEW_CALL, BARGE, CONFERENCE_BARGE, REDIAL),
                        state(SoftkeyState.HOLD_CONFERENCE, RESUME, NEW_CALL, END_CALL, CONFERENCE_LIST)));

        private static Map.Entry<SoftkeyState, List<PhoneSoftkey>> state(SoftkeyState state, PhoneSoftkey... keys) {
            return Map.entry(state, List.of(keys));
        }
    }
}
