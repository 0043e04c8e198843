package org.keyline.sccp.codec.field;

/** A number SCCP gives a meaning to. */
public interface CodePoint {
    /** The number on the wire. */
    int number();

    /** The name of its meaning; a number without one is named by its digits. */
    String name();
}
