package org.keyline.config.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.keyline.model.schema.Kinds;
import org.keyline.model.schema.ObjectKind;

/**
 * The configuration as it would be after the edits made so far in one transaction, over what is stored. For many edits
 * whole kinds are read at once, for a few only what is asked for.
 */
final class Workspace {
    private final Handle handle;
    private final boolean bulk;
    private final Map<String, Map<String, ConfigObject>> wholeKinds = new HashMap<>();
    private final Map<String, Map<String, Optional<ConfigObject>>> singles = new HashMap<>();
    private final Map<String, Map<String, Optional<ConfigObject>>> staged = new LinkedHashMap<>();

    private @Nullable Boolean legacyPhones;

    Workspace(Handle handle, boolean bulk) {
        this.handle = handle;
        this.bulk = bulk;
    }

    Handle handle() {
        return handle;
    }

    boolean isBulk() {
        return bulk;
    }

    /** The object as stored, before this transaction. */
    Optional<ConfigObject> stored(ObjectKind kind, String key) {
        if (bulk) {
            return Optional.ofNullable(wholeKind(kind).get(key));
        }
        return singles.computeIfAbsent(kind.name(), _ -> new HashMap<>())
                .computeIfAbsent(
                        key,
                        _ -> Optional.ofNullable(
                                Storage.of(kind).some(handle, List.of(key)).get(key)));
    }

    /** Every stored object of a kind. */
    Map<String, ConfigObject> wholeKind(ObjectKind kind) {
        return wholeKinds.computeIfAbsent(kind.name(), _ -> Storage.of(kind).all(handle));
    }

    /** Hands over the key of every stored object of a kind, sorted, without reading them. */
    void eachStoredKey(ObjectKind kind, Consumer<String> to) {
        Storage.of(kind).eachKey(handle, to);
    }

    /** The object as it would be after the edits so far. */
    Optional<ConfigObject> now(ObjectKind kind, String key) {
        var changed = staged.getOrDefault(kind.name(), Map.of()).get(key);
        return changed != null ? changed : stored(kind, key);
    }

    /** Every object of a kind as it would be after the edits so far. */
    Collection<ConfigObject> allNow(ObjectKind kind) {
        var all = new LinkedHashMap<>(wholeKind(kind));
        staged.getOrDefault(kind.name(), Map.of()).forEach((key, object) -> {
            if (object.isPresent()) {
                all.put(key, object.get());
            } else {
                all.remove(key);
            }
        });
        return all.values();
    }

    boolean isStaged(ObjectKind kind, String key) {
        return staged.getOrDefault(kind.name(), Map.of()).containsKey(key);
    }

    void stage(ConfigObject object) {
        of(object.kind()).put(object.key(), Optional.of(object));
    }

    void stageRemoval(ObjectKind kind, String key) {
        of(kind).put(key, Optional.empty());
    }

    private Map<String, Optional<ConfigObject>> of(ObjectKind kind) {
        return staged.computeIfAbsent(kind.name(), _ -> new LinkedHashMap<>());
    }

    /** The objects added or changed so far. */
    Collection<ConfigObject> written() {
        return staged.values().stream()
                .flatMap(objects -> objects.values().stream())
                .flatMap(Optional::stream)
                .toList();
    }

    /** Another object that still refers to this one, as {@code kind key}. */
    Optional<String> userOf(ObjectKind kind, String key) {
        for (var user : Kinds.many()) {
            for (var found : References.usersIn(handle, user, kind, key)) {
                if (!isStaged(user, found)) {
                    return Optional.of(user.name() + " " + found);
                }
            }
        }
        return Optional.empty();
    }

    /** Whether the server admits phones of the old generations. */
    boolean admitsLegacyPhones() {
        var known = legacyPhones;
        if (known == null) {
            known = LegacyPhones.areAdmitted(handle);
            legacyPhones = known;
        }
        return known;
    }

    /** The parameters of a service. */
    ConfigObject parameters(String kind) {
        return now(Kinds.get(kind), kind).orElseThrow();
    }
}
