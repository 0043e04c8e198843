package org.keyline.web.access;

import java.time.Instant;

/**
 * Somebody who signed in.
 *
 * @param account who
 * @param formToken must come back with every form, so that no other site can send one
 * @param lastUsed when a page was last asked for
 */
public record Session(String account, String formToken, Instant lastUsed) {
    /** Masks the form token. */
    @Override
    public String toString() {
        return "Session[" + account + "]";
    }
}
