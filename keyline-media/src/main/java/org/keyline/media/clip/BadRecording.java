package org.keyline.media.clip;

/** A file is no sound that can be played; the message says why. */
public final class BadRecording extends Exception {
    private static final long serialVersionUID = 1L;

    BadRecording(String why) {
        super(why);
    }
}
