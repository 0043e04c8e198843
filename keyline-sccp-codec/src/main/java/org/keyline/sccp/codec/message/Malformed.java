package org.keyline.sccp.codec.message;

import org.keyline.sccp.codec.wire.Bytes;

/**
 * A frame that is no message although its id is known. The session logs and counts it, and goes on.
 *
 * @param id the message id in the header
 * @param reason a sentence that names the field
 * @param body the body as it came
 */
public record Malformed(int id, String reason, Bytes body) implements Decoded {}
