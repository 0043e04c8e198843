package org.keyline.config.setup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keyline.config.store.Author;
import org.keyline.config.store.ConfigObject;
import org.keyline.config.store.ConfigStore;
import org.keyline.config.store.Edit;
import org.keyline.config.store.SaveResult;
import org.keyline.model.dial.DirectoryNumber;
import org.keyline.model.dial.ForwardReason;
import org.keyline.model.schema.Kinds;
import org.keyline.model.schema.Value;

/** What users set for their lines at their phones, as changes of the configuration. */
public final class LineForwarding {
    private static final Value ALL = Value.of(ForwardReason.ALL.name());

    private LineForwarding() {}

    /** All calls to a line go to a number, or no longer. Nothing changes where the line was deleted meanwhile. */
    public static SaveResult forwardAll(
            ConfigStore store, DirectoryNumber number, String partition, Optional<String> to, Author author) {
        var key = key(number, partition);
        return store.applyComputed(
                handle -> ConfigStore.find(handle, Kinds.LINE, key)
                        .map(line -> change(key, forwards(line, to)))
                        .orElse(List.of()),
                author);
    }

    static String key(DirectoryNumber number, String partition) {
        var values = new HashMap<String, Value>();
        values.put("number", Value.of(number.digits()));
        if (!partition.isEmpty()) {
            values.put("partition", Value.of(partition));
        }
        return Kinds.LINE.keyOf(values);
    }

    private static List<Edit> change(String key, Value forwards) {
        return List.of(new Edit.Change(Kinds.LINE, key, Map.of("forwards", forwards), Set.of()));
    }

    /** The other forwards of the line stay. */
    private static Value forwards(ConfigObject line, Optional<String> to) {
        var rows = new ArrayList<Value.Row>();
        to.ifPresent(number -> rows.add(forAll(line, number)));
        line.rows("forwards").stream()
                .filter(row -> !ALL.equals(row.values().get("when")))
                .forEach(rows::add);
        return new Value.Rows(rows);
    }

    /** Calls go where the line itself may dial: the user chose the number there. */
    private static Value.Row forAll(ConfigObject line, String number) {
        var values = new LinkedHashMap<String, Value>();
        values.put("when", ALL);
        values.put("to", Value.of(number));
        line.value("callingSearchSpace").ifPresent(space -> values.put("callingSearchSpace", space));
        return new Value.Row(values);
    }
}
