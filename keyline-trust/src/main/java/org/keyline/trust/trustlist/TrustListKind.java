package org.keyline.trust.trustlist;

/** The two lists a phone knows. */
public enum TrustListKind {
    /** Certificate trust list: signed by a security token, there in a secure (mixed) cluster. */
    CTL("CTLFile.tlv", 75 * 1024),
    /** Initial trust list: signed by the node itself, always there. */
    ITL("ITLFile.tlv", 64 * 1024);

    private final String fileName;
    private final int mostBytes;

    TrustListKind(String fileName, int mostBytes) {
        this.fileName = fileName;
        this.mostBytes = mostBytes;
    }

    /** The common file name, which stands inside the list whatever name a phone asked for. */
    public String fileName() {
        return fileName;
    }

    /** The longest list of this kind that is made, in bytes. */
    public int mostBytes() {
        return mostBytes;
    }
}
