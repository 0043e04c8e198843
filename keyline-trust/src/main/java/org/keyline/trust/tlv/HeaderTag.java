package org.keyline.trust.tlv;

/** The tags of a signed header. Trust lists, signed files and encrypted files use the same numbers. */
final class HeaderTag {
    static final int VERSION = 1;
    static final int HEADER_LENGTH = 2;
    static final int SIGNER_INFO = 3;
    static final int SIGNER_NAME = 4;
    static final int SERIAL_NUMBER = 5;
    static final int ISSUER_NAME = 6;
    static final int SIGNATURE_INFO = 7;
    static final int DIGEST = 8;
    static final int ALGORITHM_INFO = 9;
    static final int SIGNATURE_ALGORITHM = 10;
    static final int MODULUS_CODE = 11;
    static final int SIGNATURE = 12;
    static final int PADDING = 13;
    static final int FILE_NAME = 14;
    static final int TIMESTAMP = 15;
    static final int ENCRYPTION_INFO = 16;
    static final int IV_INFO = 17;
    static final int CIPHER = 18;
    static final int IV = 19;
    static final int PAD_COUNT = 20;
    static final int KEY_INFO = 21;
    static final int KEY_WRAPPING = 22;
    static final int WRAPPED_KEY_BITS = 23;
    static final int KEY_ALGORITHM = 24;
    static final int WRAPPED_KEY = 25;
    static final int PLAIN_DIGEST_TYPE = 26;
    static final int PLAIN_DIGEST = 27;
    static final int SIGNER_VERSION = 28;

    /** The only value of tag 10. */
    static final int RSA = 0;

    private HeaderTag() {}
}
