package org.keyline.lab.media;

/** Something that sounds, sampled at 8 kHz. Used by one thread. */
interface Sound {
    /** The next sample, 16-bit linear. */
    int next();
}
