package org.keyline.model.media;

import java.util.Optional;

/**
 * Whether the media of a device goes through a media termination point.
 *
 * @param trusted whether through one that the network trusts (Use Trusted Relay Point); empty is as the device pool
 *     says
 * @param required whether through any (Media Termination Point Required)
 */
public record RelaySettings(Optional<Boolean> trusted, boolean required) {
    /** As the device pool says, else not. */
    public static final RelaySettings NONE = new RelaySettings(Optional.empty(), false);

    /** These settings, and the pool's for what they leave open. */
    public RelaySettings orOf(RelaySettings pool) {
        return new RelaySettings(trusted.or(pool::trusted), required || pool.required);
    }

    /** Whether it goes through a trusted one. */
    public boolean isTrusted() {
        return trusted.orElse(false);
    }
}
