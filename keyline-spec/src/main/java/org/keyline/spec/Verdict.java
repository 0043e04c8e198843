package org.keyline.spec;

import java.util.Locale;

/** How one test ended; a stronger verdict overrules a weaker one when a test runs several times. */
enum Verdict {
    /** Not run, or given up for a missing precondition. */
    SKIPPED,
    /** Ran to its end. */
    PASSED,
    /** Ended with an assertion or an exception, at least once. */
    FAILED;

    Verdict or(Verdict other) {
        return compareTo(other) >= 0 ? this : other;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Verdict of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
