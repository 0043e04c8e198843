package org.keyline.config.snapshot;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.keyline.config.store.Change;
import org.keyline.config.store.ConfigObject;
import org.keyline.config.store.ConfigStore;
import org.keyline.model.device.ButtonTemplate;
import org.keyline.model.device.DeviceName;
import org.keyline.model.device.KeyCatalogue;
import org.keyline.model.device.Phone;
import org.keyline.model.dial.CallingSearchSpace;
import org.keyline.model.dial.Line;
import org.keyline.model.dial.Partition;
import org.keyline.model.keys.SoftkeyTemplate;
import org.keyline.model.schema.Kinds;
import org.keyline.model.schema.ObjectKind;
import org.keyline.model.server.CallManagerGroup;
import org.keyline.model.server.DevicePool;
import org.keyline.model.server.Node;
import org.keyline.model.server.SrstReference;

/** The records of one revision by key, from which a snapshot is made and the next revision's follow. */
record SnapshotState(
        long revision,
        Map<String, Node> nodes,
        Map<String, CallManagerGroup> groups,
        MediaPlanState media,
        Map<String, SrstReference> srst,
        Map<String, SoftkeyTemplate> softkeys,
        Map<String, ButtonTemplate> buttons,
        Map<String, DevicePool> pools,
        Map<String, Partition> partitions,
        Map<String, CallingSearchSpace> spaces,
        Map<String, Line> lines,
        Map<DeviceName, Phone> phones,
        NumberPlanState numberPlan,
        PeopleState people,
        Map<String, String> parameters) {

    /** Reads everything. */
    static SnapshotState load(Handle handle) {
        return new SnapshotState(
                ConfigStore.revision(handle),
                all(handle, Kinds.NODE, SnapshotRecords::node),
                all(handle, Kinds.CALL_MANAGER_GROUP, SnapshotRecords::callManagerGroup),
                MediaPlanState.load(handle),
                all(handle, Kinds.SRST_REFERENCE, SnapshotRecords::srstReference),
                all(handle, Kinds.SOFTKEY_TEMPLATE, SnapshotRecords::softkeyTemplate),
                all(handle, Kinds.PHONE_BUTTON_TEMPLATE, SnapshotRecords::buttonTemplate),
                all(handle, Kinds.DEVICE_POOL, SnapshotRecords::devicePool),
                all(handle, Kinds.PARTITION, SnapshotRecords::partition),
                all(handle, Kinds.CALLING_SEARCH_SPACE, SnapshotRecords::callingSearchSpace),
                all(handle, Kinds.LINE, SnapshotRecords::line),
                byName(all(handle, Kinds.PHONE, SnapshotRecords::phone)),
                NumberPlanState.load(handle),
                PeopleState.load(handle),
                parameters(handle));
    }

    private static Map<DeviceName, Phone> byName(Map<String, Phone> phones) {
        var byName = HashMap.<DeviceName, Phone>newHashMap(phones.size());
        phones.values().forEach(phone -> byName.put(phone.name(), phone));
        return byName;
    }

    static <T> Map<String, T> all(Handle handle, ObjectKind kind, Function<ConfigObject, T> record) {
        var objects = ConfigStore.all(handle, kind);
        var records = HashMap.<String, T>newHashMap(objects.size());
        objects.forEach((key, object) -> records.put(key, record.apply(object)));
        return records;
    }

    private static Map<String, String> parameters(Handle handle) {
        var values = new HashMap<String, String>();
        for (var kind : Kinds.parameters()) {
            for (var object : ConfigStore.all(handle, kind).values()) {
                object.values().forEach((field, value) -> values.put(kind.name() + "." + field, value.text()));
            }
        }
        return values;
    }

    /** The state after these changes: only what they name is read again. */
    SnapshotState after(Handle handle, List<Change> changes, long newRevision) {
        var changed = new HashMap<String, Set<String>>();
        boolean parametersToo = false;
        for (var change : changes) {
            changed.computeIfAbsent(change.kind(), _ -> new HashSet<>()).add(change.key());
            parametersToo |= Kinds.get(change.kind()).single();
        }
        var reader = new Reader(handle, changed);
        return new SnapshotState(
                newRevision,
                reader.merge(nodes, Kinds.NODE, key -> key, SnapshotRecords::node),
                reader.merge(groups, Kinds.CALL_MANAGER_GROUP, key -> key, SnapshotRecords::callManagerGroup),
                media.after(reader),
                reader.merge(srst, Kinds.SRST_REFERENCE, key -> key, SnapshotRecords::srstReference),
                reader.merge(softkeys, Kinds.SOFTKEY_TEMPLATE, key -> key, SnapshotRecords::softkeyTemplate),
                reader.merge(buttons, Kinds.PHONE_BUTTON_TEMPLATE, key -> key, SnapshotRecords::buttonTemplate),
                reader.merge(pools, Kinds.DEVICE_POOL, key -> key, SnapshotRecords::devicePool),
                reader.merge(partitions, Kinds.PARTITION, key -> key, SnapshotRecords::partition),
                reader.merge(spaces, Kinds.CALLING_SEARCH_SPACE, key -> key, SnapshotRecords::callingSearchSpace),
                reader.merge(lines, Kinds.LINE, key -> key, SnapshotRecords::line),
                reader.merge(phones, Kinds.PHONE, DeviceName::new, SnapshotRecords::phone),
                numberPlan.after(reader),
                people.after(reader),
                parametersToo ? parameters(handle) : parameters);
    }

    /** Reads the changed objects of a kind and puts them into a copy of its records. */
    record Reader(Handle handle, Map<String, Set<String>> changed) {
        <K, T> Map<K, T> merge(
                Map<K, T> records, ObjectKind kind, Function<String, K> key, Function<ConfigObject, T> record) {
            var keys = changed.get(kind.name());
            if (keys == null) {
                return records;
            }
            var merged = new HashMap<>(records);
            var found = ConfigStore.some(handle, kind, List.copyOf(keys));
            for (var name : keys) {
                var object = found.get(name);
                if (object == null) {
                    merged.remove(key.apply(name));
                } else {
                    merged.put(key.apply(name), record.apply(object));
                }
            }
            return merged;
        }
    }

    /** The snapshot; it shares these maps, which nobody changes. */
    ConfigSnapshot snapshot() {
        var everybody = people.people();
        Collection<Line> allLines = Collections.unmodifiableCollection(lines.values());
        return new ConfigSnapshot(
                revision,
                Collections.unmodifiableMap(nodes),
                Collections.unmodifiableMap(groups),
                Collections.unmodifiableMap(srst),
                Collections.unmodifiableMap(pools),
                media.plan(),
                Collections.unmodifiableMap(partitions),
                Collections.unmodifiableMap(spaces),
                allLines,
                Collections.unmodifiableMap(everybody.at(phones)),
                numberPlan.plan(),
                new Parameters(parameters),
                KeyCatalogue.with(softkeys, buttons),
                everybody);
    }
}
