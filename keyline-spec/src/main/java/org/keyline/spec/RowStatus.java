package org.keyline.spec;

import java.util.Locale;

/** Where a row stands. */
enum RowStatus {
    /** At least one test that names it passed, and none failed. */
    COVERED,
    /** A test that names it failed. */
    FAILING,
    /** No test that names it ran. */
    UNCOVERED,
    /** Left out on purpose, with a reason, and not covered. */
    EXCLUDED;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
