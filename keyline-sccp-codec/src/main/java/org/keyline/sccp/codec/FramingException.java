package org.keyline.sccp.codec;

import io.netty.handler.codec.DecoderException;

/**
 * The byte stream is no sequence of SCCP frames any longer: a length word that no message can have. Nothing after it
 * can be trusted, so the connection must be closed.
 */
public final class FramingException extends DecoderException {
    private static final long serialVersionUID = 1L;

    FramingException(String reason) {
        super(reason);
    }
}
