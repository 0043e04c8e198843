package org.keyline.lab.capf;

/** The elements of CAPF messages, by their numbers. */
public enum CapfTag {
    REASON(1),
    REASON_TEXT(2),
    CERTIFICATE_TYPE(3),
    CERTIFICATE(4),
    SIGNED_DATA(6),
    VERSION(7),
    AUTH_TYPE(8),
    PUBLIC_KEY(9),
    KEY_SIZE(10),
    PASSWORD(11),
    DEVICE_NAME(13),
    SUDI(16),
    KEY_TYPE(17),
    CURVE(18),
    DIGEST_TYPE(19),
    SHA2_SIGNED_DATA(20);

    private final int id;

    CapfTag(int id) {
        this.id = id;
    }

    /** The number on the wire. */
    public int id() {
        return id;
    }
}
