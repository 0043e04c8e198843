package org.keyline.config.setup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.keyline.config.store.Author;
import org.keyline.config.store.ConfigObject;
import org.keyline.config.store.ConfigStore;
import org.keyline.config.store.Edit;
import org.keyline.config.store.SaveResult;
import org.keyline.model.schema.Kinds;
import org.keyline.model.schema.Value;

/** What users do with their address books at their phones, as changes of the configuration. */
public final class AddressBook {
    /** The most entries of a book. */
    public static final int MOST = 99;

    private static final String FIELD = "addressBook";

    private AddressBook() {}

    /** Puts an entry at a place of the book, over what stands there. Nothing changes where the user is gone. */
    public static SaveResult put(ConfigStore store, String user, int index, String name, String number) {
        return change(
                store,
                user,
                Map.of("index", Value.of(index), "name", Value.of(name), "number", Value.of(number)),
                index);
    }

    /** Takes the entry away that stands at a place of the book. */
    public static SaveResult remove(ConfigStore store, String user, int index) {
        return change(store, user, Map.of(), index);
    }

    private static SaveResult change(ConfigStore store, String user, Map<String, Value> entry, int index) {
        return store.applyComputed(
                handle -> ConfigStore.find(handle, Kinds.USER, user)
                        .map(found -> edit(found, entry, index))
                        .orElse(List.of()),
                Author.system("User " + user));
    }

    private static List<Edit> edit(ConfigObject user, Map<String, Value> entry, int index) {
        var book = new TreeMap<Integer, Value.Row>();
        for (var row : user.rows(FIELD)) {
            Optional.ofNullable(row.values().get("index"))
                    .ifPresent(place -> book.put(Integer.parseInt(place.text()), row));
        }
        book.remove(index);
        if (!entry.isEmpty()) {
            book.put(index, new Value.Row(new LinkedHashMap<>(entry)));
        }
        var rows = new Value.Rows(new ArrayList<>(book.values()));
        return List.of(new Edit.Change(Kinds.USER, user.key(), Map.of(FIELD, rows), Set.of()));
    }
}
