package org.keyline.callcontrol.station;

/** What a phone says of a key that could not do what its user wanted; each phone says it in its own language. */
public enum Phrase {
    CANNOT_COMPLETE_TRANSFER,
    KEY_NOT_ACTIVE
}
