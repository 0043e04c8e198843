package org.keyline.model.media;

import java.util.Optional;

/**
 * Which audio sources those hear whom a line or a device holds.
 *
 * @param user when its user presses Hold
 * @param network when a transfer, a conference or park holds the call
 */
public record HoldSources(Optional<String> user, Optional<String> network) {
    /** None is named. */
    public static final HoldSources NONE = new HoldSources(Optional.empty(), Optional.empty());

    /** These sources, and those of another place for what these leave open. */
    public HoldSources orOf(HoldSources next) {
        return new HoldSources(user.or(next::user), network.or(next::network));
    }
}
