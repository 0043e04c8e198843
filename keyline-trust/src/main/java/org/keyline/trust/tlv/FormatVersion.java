package org.keyline.trust.tlv;

/**
 * A version of two bytes, as in header tags 1 and 28.
 *
 * @param major 0 to 255
 * @param minor 0 to 255
 */
public record FormatVersion(int major, int minor) {
    /** Signed files. */
    public static final FormatVersion V1_0 = new FormatVersion(1, 0);
    /** As a signer version: new lists that also allow EC keys and make phones use HTTPS. */
    public static final FormatVersion V1_1 = new FormatVersion(1, 1);
    /** Trust lists. */
    public static final FormatVersion V1_2 = new FormatVersion(1, 2);
    /** Encrypted files. */
    public static final FormatVersion V2_0 = new FormatVersion(2, 0);

    static FormatVersion of(int number) {
        return new FormatVersion(number >>> 8, number & 0xff);
    }

    int number() {
        return major << 8 | minor;
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}
