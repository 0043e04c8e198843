package org.keyline.node;

import java.io.IOException;
import java.io.Serial;
import java.nio.file.Path;
import java.util.Collection;

/** A node that cannot be started or found where it was looked for. */
public final class NodeUnavailable extends IOException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final String[] facts;

    /** Why it is so. */
    public enum Reason {
        /** Another node runs on this directory. */
        LOCKED,
        /** No node was ever started in this directory. */
        MISSING,
        /** The configuration has nodes, but none of this name. */
        UNNAMED,
        /** A restore into this directory was interrupted and must be brought to its end first. */
        RESTORING
    }

    private NodeUnavailable(Reason reason, String message, String... facts) {
        super(message);
        this.reason = reason;
        this.facts = facts;
    }

    static NodeUnavailable locked(Path directory) {
        return new NodeUnavailable(Reason.LOCKED, "Another node runs on " + directory, directory.toString());
    }

    static NodeUnavailable missing(Path directory) {
        return new NodeUnavailable(Reason.MISSING, directory + " is no node's directory", directory.toString());
    }

    static NodeUnavailable restoring(Path directory) {
        return new NodeUnavailable(
                Reason.RESTORING, "A restore of " + directory + " was interrupted", directory.toString());
    }

    static NodeUnavailable unnamed(String name, Collection<String> names) {
        var known = String.join(", ", names);
        return new NodeUnavailable(Reason.UNNAMED, "No node is called " + name + " but " + known, name, known);
    }

    /** Why, for a text in the reader's language. */
    public Reason reason() {
        return reason;
    }

    /** What that text needs: the directory, or the name and the names there are. */
    public Object[] facts() {
        return facts.clone();
    }
}
