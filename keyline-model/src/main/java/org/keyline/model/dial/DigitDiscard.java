package org.keyline.model.dial;

/** Which of the dialled digits are thrown away before a number goes on. */
public enum DigitDiscard {
    NONE,
    /** All that stand before the pattern's dot. */
    PRE_DOT,
    /** A {@code #} at the end. */
    TRAILING_HASH,
    /** All before the dot, and a {@code #} at the end. */
    PRE_DOT_TRAILING_HASH;

    /** Whether the digits before the dot go. */
    public boolean beforeDot() {
        return this == PRE_DOT || this == PRE_DOT_TRAILING_HASH;
    }

    /** Whether a {@code #} at the end goes. */
    public boolean trailingHash() {
        return this == TRAILING_HASH || this == PRE_DOT_TRAILING_HASH;
    }
}
