package org.keyline.config.store;

import java.time.Instant;
import java.util.List;

/**
 * An entry of the change log.
 *
 * @param revision the revision it made
 * @param kind the object's kind
 * @param key the object's key (after the change; for a rename the old one stands in {@code fields})
 * @param action what was done
 * @param fields the names of the changed fields
 * @param author who did it
 * @param at when
 */
public record Change(
        long revision, String kind, String key, Action action, List<String> fields, String author, Instant at) {
    /** What was done. */
    public enum Action {
        CREATED,
        UPDATED,
        RENAMED,
        REMOVED
    }
}
