package org.keyline.trust.sealed;

import java.io.IOException;
import java.io.Serial;

/** A sealed file that cannot be opened. */
public final class SealedFileException extends IOException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** Why it cannot be opened. */
    public enum Reason {
        /** It is another kind of file. */
        FOREIGN,
        /** It is of a later version of the format. */
        NEWER,
        /** It asks for more memory or time than any of ours. */
        EXCESSIVE,
        /** The passphrase is another one, or the beginning was changed. */
        WRONG_PASSPHRASE,
        /** It was changed or cut off after it was sealed. */
        DAMAGED
    }

    SealedFileException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** Why, for a text in the reader's language. */
    public Reason reason() {
        return reason;
    }
}
