package org.keyline.model.dial;

/**
 * How the caller's number is changed for the called side: by the external phone number mask of the caller's line, then
 * by the mask, then by the prefix.
 *
 * @param externalMask whether the external mask of the caller's line is used
 * @param mask as in {@link CalledTransformation}
 * @param prefix what is put before; may be empty
 */
public record CallingTransformation(boolean externalMask, String mask, String prefix) {
    /** Changes nothing. */
    public static final CallingTransformation NONE = new CallingTransformation(false, "", "");

    /** Whether it leaves every number as it is. */
    public boolean isNone() {
        return !externalMask && mask.isEmpty() && prefix.isEmpty();
    }
}
