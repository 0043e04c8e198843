package org.keyline.model.dial;

/**
 * A part of a dialled number and what it is.
 *
 * @param tag what it is
 * @param digits what was dialled; never empty
 */
public record TaggedDigits(NumberTag tag, String digits) {
    @Override
    public String toString() {
        return tag.text() + " = " + digits;
    }
}
