package org.keyline.callcontrol.media;

/** One of the two ends of a call. */
public enum Side {
    CALLING,
    CALLED;

    public Side other() {
        return this == CALLING ? CALLED : CALLING;
    }
}
