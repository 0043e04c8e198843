package org.keyline.lab.load;

/**
 * The times measured in calls.
 *
 * @param dialTone from off hook to dial tone
 * @param ring from off hook (or the en-bloc number) to the other phone's ringing
 * @param media from answer to media in both directions
 */
record CallTimes(Latencies dialTone, Latencies ring, Latencies media) {
    CallTimes() {
        this(new Latencies(), new Latencies(), new Latencies());
    }
}
