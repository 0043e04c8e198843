package org.keyline.config.setup;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.keyline.config.store.Author;
import org.keyline.config.store.ConfigStore;
import org.keyline.config.store.Edit;
import org.keyline.model.schema.Kinds;
import org.keyline.model.schema.Reading;
import org.keyline.model.schema.Value;

/** What a database begins with: this node, and a CallManager group, a region and a device pool called Default. */
public final class FreshDatabase {
    private static final String DEFAULT = "Default";

    private FreshDatabase() {}

    /**
     * Adds what is missing to a database without nodes; one that has a node is left as it is.
     *
     * @param nodeName the node's name, also in its certificates
     * @param address where phones reach it
     * @param ethernetPhonePort its SCCP port
     */
    public static void ensure(ConfigStore store, String nodeName, String address, int ethernetPhonePort) {
        store.applyComputed(
                        handle -> ConfigStore.all(handle, Kinds.NODE).isEmpty()
                                ? first(nodeName, address, ethernetPhonePort)
                                : List.of(),
                        Author.system("first start"))
                .orThrow();
    }

    private static List<Edit> first(String nodeName, String address, int port) {
        var edits = new ArrayList<Edit>();
        edits.add(new Edit.Create(
                Kinds.NODE,
                Map.of(
                        "name", Value.of(nodeName),
                        "address", Value.of(address),
                        "ethernetPhonePort", Value.of(port))));
        edits.add(new Edit.Create(
                Kinds.CALL_MANAGER_GROUP, Map.of("name", Value.of(DEFAULT), "nodes", Value.names(nodeName))));
        edits.add(new Edit.Create(Kinds.REGION, Map.of("name", Value.of(DEFAULT))));
        edits.add(new Edit.Create(
                Kinds.DEVICE_POOL,
                Map.of(
                        "name", Value.of(DEFAULT),
                        "callManagerGroup", Value.of(DEFAULT),
                        "region", Value.of(DEFAULT),
                        "timeZone", timeZone())));
        return edits;
    }

    /** The machine's own zone where the IANA has a name for it. */
    private static Value timeZone() {
        var type = Kinds.DEVICE_POOL.field("timeZone").orElseThrow().type();
        return type.read(ZoneId.systemDefault().getId()) instanceof Reading.Good(var zone) ? zone : Value.of("Etc/UTC");
    }
}
