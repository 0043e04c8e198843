package org.keyline.capf.verification;

import io.netty.handler.codec.DecoderException;

/** Bytes that are no request for trust verification; says what is wrong with them. */
public final class MalformedRequest extends DecoderException {
    private static final long serialVersionUID = 1L;

    MalformedRequest(String message) {
        super(message);
    }
}
