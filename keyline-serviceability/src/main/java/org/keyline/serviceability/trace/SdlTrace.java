package org.keyline.serviceability.trace;

/** Takes every signal of call processing. Implementations are bounded and cheap enough for the call path. */
public interface SdlTrace {
    /** A trace that keeps nothing. */
    SdlTrace NONE = _ -> {};

    void record(SdlSignal signal);
}
