package org.keyline.node.record;

import java.util.Optional;
import java.util.stream.Stream;
import org.keyline.config.snapshot.ConfigSnapshot;
import org.keyline.model.device.DeviceName;
import org.keyline.model.device.LineAppearance;
import org.keyline.model.device.Phone;

/** Finds the partition a number of a record is in: that of the device's line, or of the only line with the number. */
final class Partitions {
    private Partitions() {}

    static String of(ConfigSnapshot snapshot, Optional<DeviceName> device, String number) {
        var own = device.flatMap(snapshot::phone).stream().flatMap(Partitions::lines);
        return own.filter(line -> line.number().digits().equals(number))
                .map(LineAppearance::partition)
                .findFirst()
                .or(() -> onlyOne(snapshot, number))
                .orElse("");
    }

    private static Stream<LineAppearance> lines(Phone phone) {
        return phone.lines().stream();
    }

    private static Optional<String> onlyOne(ConfigSnapshot snapshot, String number) {
        var found = snapshot.lines().stream()
                .filter(line -> line.number().digits().equals(number))
                .limit(2)
                .toList();
        return found.size() == 1 ? Optional.of(found.getFirst().partition()) : Optional.empty();
    }
}
