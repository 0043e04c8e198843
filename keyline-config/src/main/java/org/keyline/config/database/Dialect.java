package org.keyline.config.database;

import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/** The two databases, where they differ. */
public enum Dialect {
    SQLITE("BLOB", TransactionIsolationLevel.SERIALIZABLE),
    POSTGRESQL("BYTEA", TransactionIsolationLevel.REPEATABLE_READ);

    private final String bytes;
    private final TransactionIsolationLevel consistentRead;

    Dialect(String bytes, TransactionIsolationLevel consistentRead) {
        this.bytes = bytes;
        this.consistentRead = consistentRead;
    }

    /** The column type of bytes. */
    String bytes() {
        return bytes;
    }

    /** The isolation in which all of a read sees one state. */
    TransactionIsolationLevel consistentRead() {
        return consistentRead;
    }
}
