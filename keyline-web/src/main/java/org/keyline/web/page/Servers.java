package org.keyline.web.page;

import io.javalin.http.Context;
import java.util.List;
import org.keyline.config.snapshot.SnapshotSource;

/**
 * The column of servers beside pages that are about one of them; each server shows its own.
 *
 * @param own the name of the server these pages are of
 * @param snapshots the configuration, which lists all
 */
record Servers(String own, SnapshotSource snapshots) {
    /** All of them; the others' pages are taken to be at the same port as these. */
    List<ServerRow> of(Context ctx) {
        return snapshots.current().nodes().values().stream()
                .map(node -> new ServerRow(
                        node.name(),
                        node.name().equals(own),
                        "https://" + node.address() + ":" + ctx.port() + ctx.path()))
                .toList();
    }
}
