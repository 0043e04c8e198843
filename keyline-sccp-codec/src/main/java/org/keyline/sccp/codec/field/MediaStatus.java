package org.keyline.sccp.codec.field;

import java.util.Collection;

/**
 * How a phone fared with opening media (OpenReceiveChannelAck, StartMediaTransmissionAck).
 *
 * @param number the number on the wire
 */
public record MediaStatus(int number) implements CodePoint {
    private static final OpenSet<MediaStatus> SET = new OpenSet<>(MediaStatus::new);

    /** OK. */
    public static final MediaStatus OK = SET.add(0, "OK");

    /** Unknown error. */
    public static final MediaStatus UNKNOWN_ERROR = SET.add(1, "unknown error");

    /** Not enough channels. */
    public static final MediaStatus NOT_ENOUGH_CHANNELS = SET.add(2, "not enough channels");

    /** Codec too complex. */
    public static final MediaStatus CODEC_TOO_COMPLEX = SET.add(3, "codec too complex");

    /** Invalid party id. */
    public static final MediaStatus INVALID_PARTY_ID = SET.add(4, "invalid party id");

    /** Invalid call reference. */
    public static final MediaStatus INVALID_CALL_REFERENCE = SET.add(5, "invalid call reference");

    /** Invalid codec. */
    public static final MediaStatus INVALID_CODEC = SET.add(6, "invalid codec");

    /** Invalid packet size. */
    public static final MediaStatus INVALID_PACKET_SIZE = SET.add(7, "invalid packet size");

    /** Out of sockets. */
    public static final MediaStatus OUT_OF_SOCKETS = SET.add(8, "out of sockets");

    /** Encoder or decoder failed. */
    public static final MediaStatus ENCODER_OR_DECODER_FAILED = SET.add(9, "encoder or decoder failed");

    /** Invalid dynamic payload type. */
    public static final MediaStatus INVALID_DYNAMIC_PAYLOAD_TYPE = SET.add(10, "invalid dynamic payload type");

    /** Requested IP address type unavailable. */
    public static final MediaStatus REQUESTED_IP_ADDRESS_TYPE_UNAVAILABLE =
            SET.add(11, "requested IP address type unavailable");

    /** Device on hook. */
    public static final MediaStatus DEVICE_ON_HOOK = SET.add(255, "device on hook");

    /** The member with this number, known or not. */
    public static MediaStatus of(int number) {
        return SET.of(number);
    }

    /** All members that have a name. */
    public static Collection<MediaStatus> named() {
        return SET.named();
    }

    @Override
    public String name() {
        return SET.name(number);
    }

    @Override
    public String toString() {
        return name();
    }
}
