package org.keyline.callcontrol.station;

/** A party as shown to another: number and name; either may be empty. */
public record Party(String number, String name) {
    public static final Party UNKNOWN = new Party("", "");
}
