package org.keyline.tftp;

/**
 * The bytes of a file as one transfer sends them: one snapshot, shared by all that fetch it, so that a thousand
 * transfers of a file cost its size once. Nobody may change the array.
 */
public final class ServedFile {
    private final byte[] content;

    private ServedFile(byte[] content) {
        this.content = content;
    }

    /** Takes over {@code content}: the caller must not change it afterwards. */
    public static ServedFile of(byte[] content) {
        return new ServedFile(content);
    }

    /** The shared bytes; not to be changed. */
    public byte[] content() {
        return content;
    }

    public int length() {
        return content.length;
    }
}
