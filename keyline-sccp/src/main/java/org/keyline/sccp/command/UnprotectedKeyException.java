package org.keyline.sccp.command;

import org.keyline.sccp.station.StationTraits;

/** A media key was about to go over a connection that does not protect it. A defect of ours; nothing was sent. */
public final class UnprotectedKeyException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    UnprotectedKeyException(StationTraits traits) {
        super("A media key may not be sent over a connection that is " + traits.transport() + ", version "
                + traits.version().number());
    }
}
