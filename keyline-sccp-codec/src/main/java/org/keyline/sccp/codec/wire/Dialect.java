package org.keyline.sccp.codec.wire;

/**
 * What the two ends of a connection have agreed on: protocol version and character set. It is {@link #INITIAL} until
 * Register and RegisterAck have passed.
 *
 * @param version decides every layout
 * @param utf8 whether text is UTF-8 (the phone set the feature bit) instead of ISO-8859-1
 */
public record Dialect(ProtocolVersion version, boolean utf8) {
    /** Before registration: version 0 and ISO-8859-1. */
    public static final Dialect INITIAL = new Dialect(ProtocolVersion.V0, false);

    /** ISO-8859-1 text in this version. */
    public static Dialect latin1(int version) {
        return new Dialect(ProtocolVersion.of(version), false);
    }

    /** UTF-8 text in this version. */
    public static Dialect utf8(int version) {
        return new Dialect(ProtocolVersion.of(version), true);
    }
}
