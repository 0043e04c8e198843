package org.keyline.config.snapshot;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.keyline.config.store.Change;
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
import org.keyline.model.server.CallManagerGroup;
import org.keyline.model.server.DevicePool;
import org.keyline.model.server.Node;
import org.keyline.model.server.SrstReference;

/** The records of one revision by key, from which a snapshot is made and the next revision's follow. */
record SnapshotState(
        long revision,
        Records<String, Node> nodes,
        Records<String, CallManagerGroup> groups,
        MediaPlanState media,
        Records<String, SrstReference> srst,
        Records<String, SoftkeyTemplate> softkeys,
        Records<String, ButtonTemplate> buttons,
        Records<String, DevicePool> pools,
        Records<String, Partition> partitions,
        Records<String, CallingSearchSpace> spaces,
        Records<String, Line> lines,
        Records<DeviceName, Phone> phones,
        NumberPlanState numberPlan,
        PeopleState people,
        Map<String, String> parameters) {

    /** Reads everything. */
    static SnapshotState load(Handle handle) {
        return new SnapshotState(
                ConfigStore.revision(handle),
                Records.load(handle, Kinds.NODE, SnapshotRecords::node),
                Records.load(handle, Kinds.CALL_MANAGER_GROUP, SnapshotRecords::callManagerGroup),
                MediaPlanState.load(handle),
                Records.load(handle, Kinds.SRST_REFERENCE, SnapshotRecords::srstReference),
                Records.load(handle, Kinds.SOFTKEY_TEMPLATE, SnapshotRecords::softkeyTemplate),
                Records.load(handle, Kinds.PHONE_BUTTON_TEMPLATE, SnapshotRecords::buttonTemplate),
                Records.load(handle, Kinds.DEVICE_POOL, SnapshotRecords::devicePool),
                Records.load(handle, Kinds.PARTITION, SnapshotRecords::partition),
                Records.load(handle, Kinds.CALLING_SEARCH_SPACE, SnapshotRecords::callingSearchSpace),
                Records.load(handle, Kinds.LINE, SnapshotRecords::line),
                Records.load(handle, Kinds.PHONE, DeviceName::new, SnapshotRecords::phone),
                NumberPlanState.load(handle),
                PeopleState.load(handle),
                parameters(handle));
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
    SnapshotState after(Handle handle, List<Change> made, long newRevision) {
        var keys = new HashMap<String, Set<String>>();
        boolean parametersToo = false;
        for (var change : made) {
            keys.computeIfAbsent(change.kind(), _ -> new HashSet<>()).add(change.key());
            parametersToo |= Kinds.get(change.kind()).single();
        }
        var changes = new Records.Changes(handle, keys);
        return new SnapshotState(
                newRevision,
                nodes.after(changes),
                groups.after(changes),
                media.after(changes),
                srst.after(changes),
                softkeys.after(changes),
                buttons.after(changes),
                pools.after(changes),
                partitions.after(changes),
                spaces.after(changes),
                lines.after(changes),
                phones.after(changes),
                numberPlan.after(changes),
                people.after(changes),
                parametersToo ? parameters(handle) : parameters);
    }

    /** The snapshot; it shares these maps, which nobody changes. */
    ConfigSnapshot snapshot() {
        var everybody = people.people();
        return new ConfigSnapshot(
                revision,
                nodes.byKey(),
                groups.byKey(),
                srst.byKey(),
                pools.byKey(),
                media.plan(),
                partitions.byKey(),
                spaces.byKey(),
                lines.all(),
                Collections.unmodifiableMap(everybody.at(phones.byKey())),
                numberPlan.plan(),
                new Parameters(parameters),
                KeyCatalogue.with(softkeys.byKey(), buttons.byKey()),
                everybody);
    }
}
