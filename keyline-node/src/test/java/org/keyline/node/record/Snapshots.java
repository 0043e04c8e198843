package org.keyline.node.record;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.keyline.config.snapshot.ConfigSnapshot;
import org.keyline.config.snapshot.NumberPlan;
import org.keyline.config.snapshot.Parameters;
import org.keyline.config.snapshot.SnapshotSource;

/** Configurations with parameters and nothing else. */
final class Snapshots implements SnapshotSource {
    private final ConfigSnapshot snapshot;

    Snapshots(Map<String, String> parameters) {
        snapshot = of(parameters);
    }

    static ConfigSnapshot empty() {
        return of(Map.of());
    }

    private static ConfigSnapshot of(Map<String, String> parameters) {
        var all = new HashMap<>(Map.of(
                "enterprise.clusterId", "StandAloneCluster",
                "callmanager.cdrEnabled", "true",
                "callmanager.cdrLogZeroDuration", "false",
                "callmanager.callDiagnostics", "ALWAYS",
                "callmanager.cdrKeepDays", "30",
                "callmanager.cdrDiskMegabytes", "10",
                "callmanager.callTraceKeepDays", "7",
                "callmanager.callTraceMegabytes", "64"));
        all.putAll(parameters);
        return new ConfigSnapshot(
                1,
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                List.of(),
                Map.of(),
                NumberPlan.EMPTY,
                new Parameters(all));
    }

    @Override
    public ConfigSnapshot current() {
        return snapshot;
    }

    @Override
    public Following onChange(Consumer<ConfigSnapshot> listener) {
        return () -> {};
    }
}
