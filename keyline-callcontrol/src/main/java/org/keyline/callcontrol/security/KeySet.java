package org.keyline.callcontrol.security;

import org.keyline.callcontrol.station.MediaKey;

/**
 * The two sets of media session master values of one media session between A and B (spec OV-65).
 *
 * @param toCalled what A encrypts with and B decrypts with
 * @param toCalling what B encrypts with and A decrypts with
 */
public record KeySet(MediaKey toCalled, MediaKey toCalling) {
    /** Two fresh sets. */
    public static KeySet from(KeySource source) {
        return new KeySet(source.next(), source.next());
    }

    /** Overwrites both; copies given to the devices' sessions are theirs to wipe. */
    public void wipe() {
        toCalled.wipe();
        toCalling.wipe();
    }
}
