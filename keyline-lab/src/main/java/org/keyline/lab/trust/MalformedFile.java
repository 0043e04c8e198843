package org.keyline.lab.trust;

/** A trust list or signed file that does not follow the format; the message says where. */
public final class MalformedFile extends Exception {
    /** Says what is wrong, in the words of the format. */
    public MalformedFile(String message) {
        super(message);
    }
}
