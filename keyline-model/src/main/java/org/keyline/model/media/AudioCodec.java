package org.keyline.model.media;

/**
 * Audio codecs, with the kilobits a second of their payload, RTP payload type (RFC 3551; -1 dynamic) and RTP clock
 * rate.
 */
public enum AudioCodec {
    G711_ULAW("G.711 µ-law", 64, 0, 8000),
    G711_ALAW("G.711 A-law", 64, 8, 8000),
    G722("G.722", 64, 9, 8000),
    G729("G.729", 8, 18, 8000),
    G729A("G.729A", 8, 18, 8000),
    G729B("G.729B", 8, 18, 8000),
    G729AB("G.729AB", 8, 18, 8000),
    G723("G.723.1", 7, 4, 8000),
    GSM("GSM", 13, 3, 8000),
    ILBC("iLBC", 15, -1, 8000),
    WIDEBAND("wideband 256k", 256, 25, 16000);

    private final String label;
    private final int kilobits;
    private final int payloadType;
    private final int clockRate;

    AudioCodec(String label, int kilobits, int payloadType, int clockRate) {
        this.label = label;
        this.kilobits = kilobits;
        this.payloadType = payloadType;
        this.clockRate = clockRate;
    }

    /** The name people know, for example {@code G.711 µ-law}. */
    public String label() {
        return label;
    }

    public int kilobits() {
        return kilobits;
    }

    /**
     * What a call in it takes of a location's bandwidth, in kbit/s: the payload and the headers of its packets, as
     * Cisco CallManager counts them.
     */
    public int callKilobits() {
        return switch (this) {
            case G711_ULAW, G711_ALAW, G722 -> 80;
            case G729, G729A, G729B, G729AB, G723, ILBC -> 24;
            case GSM -> 29;
            case WIDEBAND -> 272;
        };
    }

    public int payloadType() {
        return payloadType;
    }

    public int clockRate() {
        return clockRate;
    }
}
