package org.keyline.lab.capf;

import java.time.Duration;

/**
 * What differs between phones in a CAPF session, and how a test makes one fail.
 *
 * @param version the protocol version of the firmware, 1…3
 * @param progressReports how many REQUEST_IN_PROGRESS the phone sends before the key is ready
 * @param failsToGenerate whether key generation fails
 * @param retries further attempts after a lost connection; a real phone makes 3
 * @param retryPause the pause before each; a real phone waits 30 s
 * @param thinking what happens between the order of a key and the key; nothing unless a test waits for something
 * @param signing what it does when it shall sign a request for an authority elsewhere
 */
public record CapfManners(
        int version,
        int progressReports,
        boolean failsToGenerate,
        int retries,
        Duration retryPause,
        Runnable thinking,
        Signing signing) {
    /** A phone of today. */
    public static final CapfManners USUAL =
            new CapfManners(3, 1, false, 3, Duration.ofSeconds(30), () -> {}, Signing.SIGNS);

    /** The same with another pause between attempts. */
    public CapfManners pausing(Duration pause) {
        return new CapfManners(version, progressReports, failsToGenerate, retries, pause, thinking, signing);
    }

    /** The same with older firmware. */
    public CapfManners speaking(int olderVersion) {
        return new CapfManners(olderVersion, progressReports, failsToGenerate, retries, retryPause, thinking, signing);
    }

    /** The same, reporting progress that often. */
    public CapfManners reporting(int times) {
        return new CapfManners(version, times, failsToGenerate, retries, retryPause, thinking, signing);
    }

    /** The same, taking as long over a key as this takes. */
    public CapfManners thinking(Runnable meanwhile) {
        return new CapfManners(version, progressReports, failsToGenerate, retries, retryPause, meanwhile, signing);
    }

    /** The same, unable to make a key. */
    public CapfManners failingToGenerate() {
        return new CapfManners(version, progressReports, true, retries, retryPause, thinking, signing);
    }

    /** The same, asked to sign doing this. */
    public CapfManners signing(Signing other) {
        return new CapfManners(version, progressReports, failsToGenerate, retries, retryPause, thinking, other);
    }

    /** What a phone does with what it shall sign. */
    public enum Signing {
        /** It signs. */
        SIGNS,
        /** It answers without a signature. */
        REFUSES,
        /** It signs something else. */
        SIGNS_WRONGLY,
        /** It does not know the question. */
        HANGS_UP
    }
}
