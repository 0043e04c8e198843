package org.keyline.config.store;

import java.util.List;
import java.util.Set;
import org.keyline.model.schema.AfterChange;
import org.keyline.model.schema.Problem;

/** What became of a change. */
public sealed interface SaveResult {
    /**
     * It is on the disk.
     *
     * @param revision the configuration's revision with it
     * @param created how many objects were added
     * @param updated how many were changed
     * @param removed how many were removed
     * @param after what must be reset or restarted now
     * @param notices what the administrator should know
     */
    record Saved(long revision, int created, int updated, int removed, Set<AfterChange> after, List<Notice> notices)
            implements SaveResult {
        public Saved {
            after = Set.copyOf(after);
            notices = List.copyOf(notices);
        }
    }

    /** Nothing was changed. */
    record Invalid(List<Problem> problems) implements SaveResult {
        public Invalid {
            problems = List.copyOf(problems);
        }
    }

    /** The saved change; fails with the problems where there are any, for callers who cannot have made a mistake. */
    default Saved orThrow() {
        return switch (this) {
            case Saved saved -> saved;
            case Invalid(var problems) -> throw new IllegalStateException("Not saved: " + problems);
        };
    }
}
