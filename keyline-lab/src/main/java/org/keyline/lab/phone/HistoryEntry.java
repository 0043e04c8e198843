package org.keyline.lab.phone;

/**
 * A line of the directories menu.
 *
 * @param kind missed, received or placed
 * @param number the other party's number
 * @param name the other party's name, possibly empty
 */
public record HistoryEntry(Kind kind, String number, String name) {
    /** Which list it is in. */
    public enum Kind {
        MISSED,
        RECEIVED,
        PLACED
    }
}
