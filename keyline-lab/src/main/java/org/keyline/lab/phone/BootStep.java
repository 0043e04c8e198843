package org.keyline.lab.phone;

import java.time.Instant;

/**
 * One thing a phone did while booting.
 *
 * @param at when it was done
 * @param what the file asked for, or what was tried
 * @param outcome what came of it, in a few words
 */
public record BootStep(Instant at, String what, String outcome) {
    @Override
    public String toString() {
        return what + ": " + outcome;
    }
}
