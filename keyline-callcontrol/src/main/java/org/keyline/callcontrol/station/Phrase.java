package org.keyline.callcontrol.station;

/** What a phone says of a key that could not do what its user wanted; each phone says it in its own language. */
public enum Phrase {
    CANNOT_COMPLETE_TRANSFER,
    CANNOT_COMPLETE_CONFERENCE,
    NO_CONFERENCE_BRIDGE,
    TOO_MANY_PARTICIPANTS,
    CANNOT_BARGE,
    ANOTHER_BARGE,
    INCOMPATIBLE,
    /** Who has the call keeps it private. */
    PRIVATE,
    KEY_NOT_ACTIVE,
    TEMPORARY_FAILURE,
    VOICE_MAIL_BUSY,
    NO_CALL_TO_PICK_UP,
    NO_PARK_NUMBER,
    PARK_SLOT_UNAVAILABLE,
    CANNOT_RETRIEVE_PARKED_CALL,
    WRONG_CODE,
    NOT_ENOUGH_BANDWIDTH,
    MEET_ME_UNAVAILABLE,
    CANNOT_JOIN,
    SECURITY_ERROR
}
