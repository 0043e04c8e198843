package org.keyline.model.device;

import java.util.List;
import java.util.Optional;

/**
 * What an administrator has put on one phone's keys.
 *
 * @param softkeyTemplate name of its softkey template; without one its device pool's
 * @param buttonTemplate name of its button template; without one its model's standard one
 * @param modules the modules beside it, the nearest first
 */
public record KeyAssignment(
        Optional<String> softkeyTemplate, Optional<String> buttonTemplate, List<ExpansionModule> modules) {
    /** Nothing of its own. */
    public static final KeyAssignment NONE = new KeyAssignment(Optional.empty(), Optional.empty(), List.of());

    public KeyAssignment {
        modules = List.copyOf(modules);
    }
}
