package org.keyline.callcontrol.station;

/** How a call that somebody has at another appearance of a line is seen. */
public enum Elsewhere {
    IN_USE,
    /** It may be taken back. */
    HELD,
    /** In use or held, by somebody who wants privacy: it shows nobody, cannot be barged into or taken back. */
    PRIVATE
}
