package org.keyline.node.backup;

/** How much of a node comes back. */
public enum Scope {
    /** Everything, keys too: the node is again what it was, and no phone notices (spec BR-13). */
    WHOLE,
    /** Only the data; this machine keeps its certificates and keys (spec BR-03, BR-04). */
    DATA_ONLY,
    /**
     * The data, and new certificates and keys at the next start: for a machine put in place of another (spec BR-05).
     */
    NEW_IDENTITY;

    /** Whether a restore of this scope brings that file. */
    boolean brings(String path) {
        var isTrust = path.startsWith(NodeFiles.CERTIFICATES + "/");
        var isOwnList = path.startsWith("ITLFile.");
        return switch (this) {
            case WHOLE -> true;
            case DATA_ONLY -> !isTrust && !isOwnList;
            case NEW_IDENTITY -> !path.equals(NodeFiles.CERTIFICATES + "/identity");
        };
    }
}
