package org.keyline.sccp.codec.message;

/** How much of Register is on the wire; loads have added fields over the years. */
public enum RegisterForm {
    /** 44 bytes, up to the protocol version; versions up to 4. */
    BASIC(44),
    /** 68 bytes, up to the IPv4 scope; load 8 of 7940 and 7960, 69xx. */
    CONFERENCES(68),
    /** 124 bytes, up to the firmware load. */
    LOAD(124),
    /** 172 bytes, with the configuration stamp; loads 9. */
    STAMP(172);

    private static final RegisterForm[] ALL = values();

    private final int length;

    RegisterForm(int length) {
        this.length = length;
    }

    /** The usual form of a phone that announces this version. */
    public static RegisterForm of(int protocolVersion) {
        if (protocolVersion <= 4) {
            return BASIC;
        }
        return protocolVersion <= 11 ? CONFERENCES : LOAD;
    }

    /** The longest form that fits into a body of this length. */
    static RegisterForm ofLength(int length) {
        var form = BASIC;
        for (var longer : ALL) {
            if (longer.length <= length) {
                form = longer;
            }
        }
        return form;
    }

    /** Bytes of the body. */
    public int length() {
        return length;
    }
}
