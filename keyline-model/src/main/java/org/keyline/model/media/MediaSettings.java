package org.keyline.model.media;

import java.util.Optional;

/**
 * What an administrator says of the media of a device, or of all devices of a pool.
 *
 * @param location name of the location whose bandwidth its calls take
 * @param resourceList name of the media resource group list that serves it
 * @param hold what those hear whom it holds
 * @param relay whether its media goes through a media termination point
 */
public record MediaSettings(
        Optional<String> location, Optional<String> resourceList, HoldSources hold, RelaySettings relay) {
    /** Nothing. */
    public static final MediaSettings NONE =
            new MediaSettings(Optional.empty(), Optional.empty(), HoldSources.NONE, RelaySettings.NONE);

    /** These settings, and the pool's for what they leave open. */
    public MediaSettings orOf(MediaSettings pool) {
        return new MediaSettings(
                location.or(pool::location),
                resourceList.or(pool::resourceList),
                hold.orOf(pool.hold),
                relay.orOf(pool.relay));
    }
}
