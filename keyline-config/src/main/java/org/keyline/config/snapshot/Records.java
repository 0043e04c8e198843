package org.keyline.config.snapshot;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.keyline.config.store.ConfigObject;
import org.keyline.config.store.ConfigStore;
import org.keyline.model.schema.ObjectKind;

/**
 * The records of one kind in one revision. Nobody changes them: the next revision has records of its own, or these when
 * no object of the kind changed.
 *
 * @param keyOf the key of a record by the object's key in the database
 * @param read makes a record of an object
 * @param byKey the records, unmodifiable
 */
record Records<K, T>(ObjectKind kind, Function<String, K> keyOf, Function<ConfigObject, T> read, Map<K, T> byKey) {

    /** Reads all objects of a kind that are found by their own key. */
    static <T> Records<String, T> load(Handle handle, ObjectKind kind, Function<ConfigObject, T> read) {
        return load(handle, kind, key -> key, read);
    }

    /** Reads all objects of a kind. */
    static <K, T> Records<K, T> load(
            Handle handle, ObjectKind kind, Function<String, K> keyOf, Function<ConfigObject, T> read) {
        var objects = ConfigStore.all(handle, kind);
        var records = HashMap.<K, T>newHashMap(objects.size());
        objects.forEach((key, object) -> records.put(keyOf.apply(key), read.apply(object)));
        return new Records<>(kind, keyOf, read, Collections.unmodifiableMap(records));
    }

    /** The records after these changes: only what they name is read again. */
    Records<K, T> after(Changes changes) {
        var keys = changes.of(kind);
        if (keys.isEmpty()) {
            return this;
        }
        var records = new HashMap<>(byKey);
        var found = ConfigStore.some(changes.handle(), kind, List.copyOf(keys));
        for (var key : keys) {
            var object = found.get(key);
            if (object == null) {
                records.remove(keyOf.apply(key));
            } else {
                records.put(keyOf.apply(key), read.apply(object));
            }
        }
        return new Records<>(kind, keyOf, read, Collections.unmodifiableMap(records));
    }

    /** The records alone. */
    Collection<T> all() {
        return byKey.values();
    }

    /**
     * What changed since a revision.
     *
     * @param keys the keys of changed objects, by the name of their kind
     */
    record Changes(Handle handle, Map<String, Set<String>> keys) {
        Set<String> of(ObjectKind kind) {
            return keys.getOrDefault(kind.name(), Set.of());
        }
    }
}
