package org.keyline.capf.message;

import io.netty.handler.codec.DecoderException;

/** Bytes that are no CAPF message; says what is wrong with them. */
public final class MalformedMessage extends DecoderException {
    private static final long serialVersionUID = 1L;

    MalformedMessage(String message) {
        super(message);
    }
}
