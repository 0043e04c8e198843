package org.keyline.model.media;

import java.util.Optional;

/**
 * What an administrator says of the media of a device, or of all devices of a pool.
 *
 * @param location name of the location whose bandwidth its calls take
 */
public record MediaSettings(Optional<String> location) {
    /** Nothing. */
    public static final MediaSettings NONE = new MediaSettings(Optional.empty());

    /** These settings, and the pool's for what they leave open. */
    public MediaSettings orOf(MediaSettings pool) {
        return new MediaSettings(location.or(pool::location));
    }
}
