package org.keyline.config.setup;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.keyline.config.store.Author;
import org.keyline.config.store.ConfigStore;
import org.keyline.config.store.Edit;
import org.keyline.config.store.SaveResult;
import org.keyline.model.dial.DirectoryNumber;
import org.keyline.model.schema.Kinds;
import org.keyline.model.schema.Value;

/** What voice mail says of lines, as changes of the configuration. */
public final class LineMessages {
    private LineMessages() {}

    /** A line has messages, or none any more. Nothing changes where the line was deleted meanwhile. */
    public static SaveResult waiting(
            ConfigStore store, DirectoryNumber number, String partition, boolean waiting, Author author) {
        var key = LineForwarding.key(number, partition);
        return store.applyComputed(
                handle -> ConfigStore.find(handle, Kinds.LINE, key)
                        .map(_ -> change(key, waiting))
                        .orElse(List.of()),
                author);
    }

    private static List<Edit> change(String key, boolean waiting) {
        return List.of(new Edit.Change(Kinds.LINE, key, Map.of("messagesWaiting", Value.of(waiting)), Set.of()));
    }
}
