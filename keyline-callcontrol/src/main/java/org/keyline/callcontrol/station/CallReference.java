package org.keyline.callcontrol.station;

/** One leg of a call on one device, unique in the node; 0 is none. The node's number stands in the top byte. */
public record CallReference(int value) {
    public static final CallReference NONE = new CallReference(0);

    public boolean isNone() {
        return value == 0;
    }

    @Override
    public String toString() {
        return Integer.toUnsignedString(value);
    }
}
