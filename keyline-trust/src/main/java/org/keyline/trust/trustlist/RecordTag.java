package org.keyline.trust.trustlist;

/** The tags of a record; a number space of its own. */
final class RecordTag {
    static final int LENGTH = 1;
    static final int DNS_NAME = 2;
    static final int SUBJECT_NAME = 3;
    static final int ROLE = 4;
    static final int ISSUER_NAME = 5;
    static final int SERIAL_NUMBER = 6;
    static final int PUBLIC_KEY = 7;
    static final int SIGNATURE = 8;
    static final int CERTIFICATE = 9;
    static final int ADDRESS = 10;
    static final int DIGEST = 11;
    static final int DIGEST_TYPE = 12;

    /** The only value of tag 12. */
    static final int SHA1 = 1;

    private RecordTag() {}
}
