package org.keyline.media.stream;

/** Every UDP port of the range is in use. */
public final class NoFreePort extends Exception {
    private static final long serialVersionUID = 1L;

    NoFreePort(PortRange range) {
        super("No free UDP port from " + range.first() + " to " + range.last());
    }
}
