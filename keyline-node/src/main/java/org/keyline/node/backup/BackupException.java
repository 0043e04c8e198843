package org.keyline.node.backup;

import java.io.IOException;
import java.io.Serial;
import java.util.Locale;

/** A backup that cannot be made, read or restored. Nothing was changed. */
public final class BackupException extends IOException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final String[] facts;

    /** Why it cannot be. */
    public enum Reason {
        /** Another backup of this node is being made. Facts: directory. */
        BUSY,
        /** A CTL client is at work and does not end. Facts: directory. */
        CTL_BUSY,
        /** Files changed again and again while they were read. Facts: file. */
        RESTLESS,
        /** It holds something else than a backup, or more than one could. Facts: what. */
        MALFORMED,
        /** A later version of the product made it. Facts: its version, ours. */
        NEWER,
        /** There is no room for what it holds. Facts: directory, MiB needed, MiB free. */
        NO_ROOM,
        /** A data-only restore needs a node that was started before. Facts: directory. */
        NO_NODE,
        /** The backup of all servers has no CTL file that phones would take. Facts: why. */
        NO_CTL_FILE,
        /** Too few tokens that phones trust were shown. Facts: how many are needed, the ones there are. */
        NO_TOKEN,
        /** There is nothing that could be undone. Facts: directory. */
        NOTHING_TO_UNDO,
        /** The passphrase is not fit for a new backup. Facts: fewest characters. */
        UNFIT_PASSPHRASE
    }

    BackupException(Reason reason, String... facts) {
        super(reason.name().toLowerCase(Locale.ROOT).replace('_', ' ') + ": " + String.join(", ", facts));
        this.reason = reason;
        this.facts = facts;
    }

    /** Why, for a text in the reader's language. */
    public Reason reason() {
        return reason;
    }

    /** What that text is filled with. */
    public Object[] facts() {
        return facts.clone();
    }
}
