package org.keyline.config.yaml;

/** What an import does with objects that the file does not name. */
public enum ImportMode {
    /** They stay, and so do fields that the file does not give. */
    MERGE,
    /**
     * They are removed: afterwards the objects are those of the file. Parameters that the file does not give stay as
     * they are.
     */
    REPLACE
}
