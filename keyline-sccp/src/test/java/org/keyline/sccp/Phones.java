package org.keyline.sccp;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.keyline.config.snapshot.ConfigSnapshot;
import org.keyline.config.snapshot.NumberPlan;
import org.keyline.config.snapshot.Parameters;
import org.keyline.config.snapshot.SnapshotSource;
import org.keyline.model.device.CallFeatures;
import org.keyline.model.device.DeviceName;
import org.keyline.model.device.KeyAssignment;
import org.keyline.model.device.LineAppearance;
import org.keyline.model.device.LineInstance;
import org.keyline.model.device.Phone;
import org.keyline.model.device.PhoneModel;
import org.keyline.model.device.PhoneModel.Family;
import org.keyline.model.device.PhoneModel.SecurityFeature;
import org.keyline.model.device.PhoneSoftware;
import org.keyline.model.device.Placement;
import org.keyline.model.device.SpeedDial;
import org.keyline.model.device.Subscription;
import org.keyline.model.dial.DirectoryNumber;
import org.keyline.model.dial.Line;
import org.keyline.model.media.AudioCodec;
import org.keyline.model.security.DeviceSecurityMode;
import org.keyline.model.security.PhoneSecurity;
import org.keyline.model.server.CallManagerGroup;
import org.keyline.model.server.DevicePool;
import org.keyline.model.server.Node;
import org.keyline.model.server.Region;

/** A small configuration that tests add phones to. */
final class Phones implements SnapshotSource {
    static final DevicePool POOL = new DevicePool("Default", "Default", "Default", "D.M.Y", "Asia/Tokyo");

    private final Map<DeviceName, Phone> phones = new HashMap<>();
    private final Map<String, String> parameters = new HashMap<>(Map.of(
            "callmanager.privacySetting",
            "false",
            "enterprise.clusterSecurityMode",
            "MIXED",
            "enterprise.deviceSecurityMode",
            "NON_SECURE"));

    static PhoneModel model(int type, String name, Family family, int buttons) {
        return new PhoneModel(type, name, family, buttons, Set.of(SecurityFeature.values()));
    }

    static PhoneModel model7960() {
        return model(7, "7960", Family.CLASSIC, 6);
    }

    static PhoneModel model7962() {
        return model(404, "7962", Family.JAVA, 6);
    }

    Phone add(String name, PhoneModel model, DeviceSecurityMode mode, List<String> numbers, SpeedDial... dials) {
        var lines = new java.util.ArrayList<LineAppearance>();
        for (var number : numbers) {
            lines.add(new LineAppearance(
                    new LineInstance(lines.size() + 1), new DirectoryNumber(number), "", "Alice", "", 4, 2));
        }
        var phone = new Phone(
                new DeviceName(name),
                "",
                model,
                Placement.in(POOL.name()),
                PhoneSecurity.of(mode),
                lines,
                List.of(dials),
                KeyAssignment.NONE,
                PhoneSoftware.USUAL,
                CallFeatures.USUAL,
                Subscription.NONE);
        phones.put(phone.name(), phone);
        return phone;
    }

    @Override
    public ConfigSnapshot current() {
        return new ConfigSnapshot(
                1,
                Map.of("node1", new Node("node1", "192.0.2.1", 2000), "node2", new Node("node2", "192.0.2.2", 2000)),
                Map.of("Default", new CallManagerGroup("Default", List.of("node1", "node2"), false)),
                Map.of(),
                Map.of(POOL.name(), POOL),
                Map.of("Default", new Region("Default", AudioCodec.G711_ULAW, AudioCodec.G729, Map.of())),
                Map.of(),
                Map.of(),
                phones.values().stream()
                        .flatMap(phone -> phone.lines().stream())
                        .map(line -> new Line(line.number(), line.partition(), "", "", Optional.empty()))
                        .toList(),
                phones,
                NumberPlan.EMPTY,
                new Parameters(parameters));
    }

    @Override
    public Following onChange(Consumer<ConfigSnapshot> listener) {
        return () -> {};
    }
}
