package org.keyline.ctl.provider.message;

import java.io.IOException;
import java.io.Serial;

/** Bytes that are no message of this protocol; says which field and how. */
public final class MalformedProviderMessage extends IOException {
    @Serial
    private static final long serialVersionUID = 1L;

    MalformedProviderMessage(String message) {
        super(message);
    }
}
