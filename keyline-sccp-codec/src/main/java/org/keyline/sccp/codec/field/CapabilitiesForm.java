package org.keyline.sccp.codec.field;

/** The three forms of UpdateCapabilities; they differ in how much they tell of video and data. */
public enum CapabilitiesForm {
    /** Message 0x0030. */
    V1,
    /** Message 0x0043: room for every video codec's parameters. */
    V2,
    /** Message 0x0044: encryption and address kinds. */
    V3;

    /** Bytes of a video codec's own parameters. */
    int codecUnion() {
        return this == V1 ? 8 : 24;
    }
}
