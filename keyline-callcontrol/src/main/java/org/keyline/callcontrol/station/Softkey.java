package org.keyline.callcontrol.station;

/** Keys a user presses, in call control's words. */
public enum Softkey {
    REDIAL,
    NEW_CALL,
    HOLD,
    RESUME,
    END_CALL,
    ANSWER,
    BACKSPACE,
    DIAL,
    TRANSFER,
    CONFERENCE,
    REMOVE_LAST,
    CONFERENCE_LIST,
    MEET_ME,
    SELECT,
    JOIN,
    DIRECT_TRANSFER,
    BARGE,
    CONFERENCE_BARGE,
    FORWARD_ALL,
    PARK,
    PICK_UP,
    GROUP_PICK_UP,
    OTHER_PICK_UP,
    DO_NOT_DISTURB,
    PRIVATE,
    DIVERT,
    MALICIOUS_CALL,
    CALL_BACK
}
