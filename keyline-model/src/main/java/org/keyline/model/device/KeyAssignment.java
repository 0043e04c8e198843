package org.keyline.model.device;

import java.util.Optional;

/**
 * What an administrator has put on one phone's keys.
 *
 * @param softkeyTemplate name of its softkey template; without one its device pool's
 */
public record KeyAssignment(Optional<String> softkeyTemplate) {
    /** Nothing of its own. */
    public static final KeyAssignment NONE = new KeyAssignment(Optional.empty());
}
