package org.keyline.config.store;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.keyline.model.schema.Kinds;
import org.keyline.model.schema.ObjectKind;

/** Where the objects of one kind are kept. */
sealed interface Storage permits ObjectTable, ParameterTable {
    /** Every object, by key, sorted. */
    Map<String, ConfigObject> all(Handle handle);

    /** Those of these keys that exist. */
    Map<String, ConfigObject> some(Handle handle, Collection<String> keys);

    /** Hands over the key of every object, sorted, one at a time: there may be a million. */
    void eachKey(Handle handle, Consumer<String> to);

    void insert(Handle handle, List<ConfigObject> objects);

    /** Writes objects over those of the given keys; another key in the object renames. */
    void update(Handle handle, Map<String, ConfigObject> objectsByOldKey);

    void remove(Handle handle, List<String> keys);

    /** The storage of a kind. */
    static Storage of(ObjectKind kind) {
        return Storages.OF.computeIfAbsent(
                kind.name(), _ -> kind.single() ? new ParameterTable(kind) : new ObjectTable(kind));
    }

    /** One storage a kind; they hold no state but their SQL. */
    final class Storages {
        private static final Map<String, Storage> OF = new java.util.concurrent.ConcurrentHashMap<>();

        private Storages() {}

        static List<Storage> many() {
            return Kinds.many().stream().map(Storage::of).toList();
        }
    }
}
