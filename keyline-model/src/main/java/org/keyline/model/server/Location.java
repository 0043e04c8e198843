package org.keyline.model.server;

/**
 * A place whose way to all others has only so much bandwidth for audio. Calls inside it are not counted.
 *
 * @param name its name
 * @param audioBandwidth what the calls between it and the others may take together, in kbit/s; 0 is unlimited
 */
public record Location(String name, int audioBandwidth) {
    /** Where devices are that name no other; always there, and unlimited unless somebody limits it. */
    public static final String HUB_NONE = "Hub_None";

    /** Whether its calls are limited at all. */
    public boolean isLimited() {
        return audioBandwidth > 0;
    }
}
