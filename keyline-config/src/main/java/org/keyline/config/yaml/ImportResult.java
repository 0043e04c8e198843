package org.keyline.config.yaml;

import java.util.List;
import org.keyline.config.store.SaveResult;

/** What became of an import. */
public sealed interface ImportResult {
    /** All of the file is in the database. */
    record Imported(SaveResult.Saved saved) implements ImportResult {}

    /** Nothing was changed; these are the reasons, in the order of the file. */
    record Rejected(List<LocatedProblem> problems) implements ImportResult {
        public Rejected {
            problems = List.copyOf(problems);
        }
    }
}
