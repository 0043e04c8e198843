package org.keyline.config.database;

import java.io.IOException;
import java.io.Serial;
import java.io.UncheckedIOException;
import java.util.Set;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * The disk does not take what should be written: it is full, broken, or read only. Nothing of the change is stored;
 * what was stored before is whole.
 */
public final class StorageTrouble extends UncheckedIOException {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final int PRIMARY_CODE = 0xFF;
    private static final Set<Integer> CODES = Set.of(
            SQLiteErrorCode.SQLITE_FULL.code,
            SQLiteErrorCode.SQLITE_IOERR.code,
            SQLiteErrorCode.SQLITE_READONLY.code,
            SQLiteErrorCode.SQLITE_CANTOPEN.code);

    private StorageTrouble(SQLiteException cause) {
        super(new IOException(cause.getMessage(), cause));
    }

    /**
     * The trouble in a failure, {@link DatabaseBusy} when it was not its turn, or the failure itself where it is
     * something else.
     */
    static RuntimeException in(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLiteException sqlite) {
                int code = sqlite.getResultCode().code & PRIMARY_CODE;
                if (code == SQLiteErrorCode.SQLITE_BUSY.code) {
                    return new DatabaseBusy(sqlite);
                }
                if (CODES.contains(code)) {
                    return new StorageTrouble(sqlite);
                }
            }
        }
        return failure;
    }
}
