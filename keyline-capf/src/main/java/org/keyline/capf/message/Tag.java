package org.keyline.capf.message;

/** The elements that are read or written, with their tags. */
enum Tag {
    REASON(1),
    CERTIFICATE_TYPE(3),
    CERTIFICATE(4),
    SIGNED_DATA(6),
    VERSION(7),
    AUTH_TYPE(8),
    PUBLIC_KEY(9),
    KEY_SIZE(10),
    PASSWORD(11),
    DEVICE_NAME(13),
    SUDI_DATA(16),
    KEY_TYPE(17),
    CURVE(18),
    DIGEST_TYPE(19),
    SHA2_SIGNED_DATA(20);

    private final int id;

    Tag(int id) {
        this.id = id;
    }

    int id() {
        return id;
    }
}
