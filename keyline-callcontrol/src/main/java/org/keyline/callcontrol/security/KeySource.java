package org.keyline.callcontrol.security;

import org.keyline.callcontrol.station.MediaKey;

/** The key manager: makes media session master values. No two are ever equal. Safe from any thread. */
@FunctionalInterface
public interface KeySource {
    MediaKey next();
}
