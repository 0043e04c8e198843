package org.keyline.model.dial;

/**
 * How a dialled number is changed: digits are discarded, then the mask is laid over, then the prefix put before.
 *
 * @param discard which digits go
 * @param mask empty, or digits and {@code X} aligned at the right end: {@code X} keeps a digit, anything else replaces
 *     it, and what stands left of the mask falls away
 * @param prefix what is put before; may be empty
 */
public record CalledTransformation(DigitDiscard discard, String mask, String prefix) {
    /** Changes nothing. */
    public static final CalledTransformation NONE = new CalledTransformation(DigitDiscard.NONE, "", "");
}
