package org.keyline.config.store;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.keyline.config.accounts.Settings;
import org.keyline.config.database.ConfigDatabase;
import org.keyline.model.schema.Kinds;
import org.keyline.model.schema.ObjectKind;
import org.keyline.model.schema.Problem;
import org.keyline.model.schema.Value;

/**
 * The configuration objects. Reads block on the database and are for pages, files and tools; services use a snapshot. A
 * change returns when it is on the disk.
 */
public final class ConfigStore {
    /** From so many edits on, whole kinds are read at once. */
    private static final int BULK = 50;

    private final ConfigDatabase database;
    private final Clock clock;

    /** A store on this database; {@code clock} is the publisher's, with its zone. */
    public ConfigStore(ConfigDatabase database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The object with this key. */
    public Optional<ConfigObject> find(ObjectKind kind, String key) {
        return database.read(handle -> find(handle, kind, key));
    }

    /** The object with this key, read in a transaction of the caller. */
    public static Optional<ConfigObject> find(Handle handle, ObjectKind kind, String key) {
        return Optional.ofNullable(Storage.of(kind).some(handle, List.of(key)).get(key));
    }

    /** Every object of the kind, sorted by key. */
    public List<ConfigObject> list(ObjectKind kind) {
        return database.read(handle -> List.copyOf(Storage.of(kind).all(handle).values()));
    }

    /** Every object of every kind as it is at one moment, kinds in the order in which they are written. */
    public Map<ObjectKind, List<ConfigObject>> listAll() {
        return database.read(handle -> {
            var all = new LinkedHashMap<ObjectKind, List<ConfigObject>>();
            for (var kind : Kinds.all()) {
                all.put(kind, List.copyOf(Storage.of(kind).all(handle).values()));
            }
            return all;
        });
    }

    /** Every object of the kind by key, read in a transaction of the caller. */
    public static Map<String, ConfigObject> all(Handle handle, ObjectKind kind) {
        return Storage.of(kind).all(handle);
    }

    /** Those of these objects that exist, read in a transaction of the caller. */
    public static Map<String, ConfigObject> some(Handle handle, ObjectKind kind, List<String> keys) {
        return Storage.of(kind).some(handle, keys);
    }

    /** Adds an object; fields not given get their defaults. */
    public SaveResult create(ObjectKind kind, Map<String, Value> values, Author author) {
        return apply(List.of(new Edit.Create(kind, values)), author);
    }

    /** Sets all of an existing object; with another key in the values it is renamed. */
    public SaveResult replace(ObjectKind kind, String key, Map<String, Value> values, Author author) {
        return apply(List.of(new Edit.Replace(kind, key, values)), author);
    }

    /** Sets some fields of an existing object. For parameters the key is the kind's name. */
    public SaveResult change(ObjectKind kind, String key, Map<String, Value> values, Author author) {
        return apply(List.of(new Edit.Change(kind, key, values, Set.of())), author);
    }

    /** Sets one parameter. */
    public SaveResult setParameter(ObjectKind kind, String field, Value value, Author author) {
        return change(kind, kind.name(), Map.of(field, value), author);
    }

    /** Removes an object that nothing uses. */
    public SaveResult remove(ObjectKind kind, String key, Author author) {
        return apply(List.of(new Edit.Remove(kind, key)), author);
    }

    /** Makes all of these changes, or none if one is wrong. */
    public SaveResult apply(List<Edit> edits, Author author) {
        return apply(edits, author, _ -> {});
    }

    /** Makes all of these changes and, in the same transaction, {@code also}; or nothing if one change is wrong. */
    public SaveResult apply(List<Edit> edits, Author author, Consumer<Handle> also) {
        return database.write(handle -> apply(handle, edits, author, also));
    }

    /** Makes all of these changes and puts the setting in the same transaction; or nothing if one change is wrong. */
    public SaveResult apply(List<Edit> edits, Author author, Settings.Setting setting) {
        return apply(edits, author, handle -> Settings.put(handle, setting));
    }

    /** Makes the change, unless there are objections against making it to the object as it is at that moment. */
    public SaveResult apply(Edit.Change edit, Author author, Function<ConfigObject, List<Problem>> objections) {
        return database.write(handle -> {
            var found = find(handle, edit.kind(), edit.key()).map(objections).orElse(List.of());
            return found.isEmpty() ? apply(handle, List.of(edit), author, _ -> {}) : new SaveResult.Invalid(found);
        });
    }

    /**
     * Makes the changes that {@code edits} finds needful in the state it is shown, in one transaction.
     *
     * @param edits gets the handle of the transaction, to read
     */
    public SaveResult applyComputed(Function<Handle, List<Edit>> edits, Author author) {
        return database.write(handle -> apply(handle, edits.apply(handle), author, _ -> {}));
    }

    /** What would be wrong with these changes; nothing is changed. */
    public List<Problem> check(Function<Handle, List<Edit>> edits, Author author) {
        return database.write(
                handle -> staged(handle, edits.apply(handle), author).problems());
    }

    private Transaction staged(Handle handle, List<Edit> edits, Author author) {
        var transaction = new Transaction(new Workspace(handle, edits.size() >= BULK), author, clock);
        edits.forEach(transaction::stage);
        return transaction;
    }

    private SaveResult apply(Handle handle, List<Edit> edits, Author author, Consumer<Handle> also) {
        var transaction = staged(handle, edits, author);
        var problems = transaction.problems();
        if (!problems.isEmpty()) {
            return new SaveResult.Invalid(List.copyOf(problems));
        }
        var saved = transaction.write();
        also.accept(handle);
        return saved;
    }

    /** The newest revision. */
    public long revision() {
        return database.read(ChangeLog::revision);
    }

    /** Changes after this revision, oldest first. */
    public List<Change> changesSince(long revision, int limit) {
        return database.read(handle -> ChangeLog.since(handle, revision, limit));
    }

    /** Changes after this revision, read in a transaction of the caller. */
    public static List<Change> changesSince(Handle handle, long revision, int limit) {
        return ChangeLog.since(handle, revision, limit);
    }

    /** The newest revision, read in a transaction of the caller. */
    public static long revision(Handle handle) {
        return ChangeLog.revision(handle);
    }

    /** The newest changes, newest first, for the administrator. */
    public List<Change> newestChanges(int limit) {
        return database.read(handle -> new ArrayList<>(ChangeLog.newest(handle, limit)));
    }
}
