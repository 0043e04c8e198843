package org.keyline.model.device;

/**
 * Whether the user of a phone wants peace, and what becomes of calls meanwhile.
 *
 * @param active whether now
 * @param option what becomes of calls
 */
public record DoNotDisturb(boolean active, DoNotDisturbOption option) {
    /** Calls ring. */
    public static final DoNotDisturb NONE = new DoNotDisturb(false, DoNotDisturbOption.RINGER_OFF);

    /** Whether the phone is busy to callers. */
    public boolean rejectsCalls() {
        return active && option == DoNotDisturbOption.CALL_REJECT;
    }
}
