package org.keyline.config.snapshot;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.keyline.config.store.ConfigObject;
import org.keyline.model.device.BuiltInBridge;
import org.keyline.model.device.ButtonLayouts;
import org.keyline.model.device.ButtonTemplate;
import org.keyline.model.device.CallFeatures;
import org.keyline.model.device.DeviceName;
import org.keyline.model.device.DoNotDisturb;
import org.keyline.model.device.DoNotDisturbOption;
import org.keyline.model.device.ExpansionModule;
import org.keyline.model.device.KeyAssignment;
import org.keyline.model.device.LineAppearance;
import org.keyline.model.device.LineInstance;
import org.keyline.model.device.Phone;
import org.keyline.model.device.PhoneHardening;
import org.keyline.model.device.PhoneHardening.SettingsAccess;
import org.keyline.model.device.PhoneHardening.WebAccess;
import org.keyline.model.device.PhoneModels;
import org.keyline.model.device.PhoneSoftware;
import org.keyline.model.device.Placement;
import org.keyline.model.device.PrivacySetting;
import org.keyline.model.device.SpeedDial;
import org.keyline.model.device.Subscription;
import org.keyline.model.device.TrustedRelayPoint;
import org.keyline.model.dial.CallOrigin;
import org.keyline.model.dial.CallingSearchSpace;
import org.keyline.model.dial.DirectoryNumber;
import org.keyline.model.dial.Forward;
import org.keyline.model.dial.ForwardReason;
import org.keyline.model.dial.Forwards;
import org.keyline.model.dial.Line;
import org.keyline.model.dial.NumberKey;
import org.keyline.model.dial.NumberRange;
import org.keyline.model.dial.Partition;
import org.keyline.model.dial.VoiceMail;
import org.keyline.model.keys.ButtonFunction;
import org.keyline.model.keys.PhoneSoftkey;
import org.keyline.model.keys.SoftkeyState;
import org.keyline.model.keys.SoftkeyTemplate;
import org.keyline.model.media.AudioCodec;
import org.keyline.model.media.AudioSource;
import org.keyline.model.media.HoldSources;
import org.keyline.model.media.MediaSettings;
import org.keyline.model.media.RelaySettings;
import org.keyline.model.schema.Kinds;
import org.keyline.model.schema.Value;
import org.keyline.model.security.CapfSettings;
import org.keyline.model.security.CapfSettings.AuthenticationMode;
import org.keyline.model.security.CapfSettings.CertificateOperation;
import org.keyline.model.security.DeviceSecurityMode;
import org.keyline.model.security.KeySize;
import org.keyline.model.security.PhoneSecurity;
import org.keyline.model.server.CallManagerGroup;
import org.keyline.model.server.DevicePool;
import org.keyline.model.server.Location;
import org.keyline.model.server.MediaResourceGroup;
import org.keyline.model.server.Node;
import org.keyline.model.server.Region;
import org.keyline.model.server.SrstFallback;
import org.keyline.model.server.SrstReference;

/** Turns stored objects, whose fields are known to be right, into the records of the model. */
final class SnapshotRecords {
    private SnapshotRecords() {}

    static Node node(ConfigObject node) {
        var first = node.text("autoRegistrationFirst");
        return new Node(
                node.text("name"),
                node.text("address"),
                node.number("ethernetPhonePort"),
                first.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new NumberRange(first, node.text("autoRegistrationLast"))));
    }

    static CallManagerGroup callManagerGroup(ConfigObject group) {
        return new CallManagerGroup(group.text("name"), group.names("nodes"), group.flag("autoRegistration"));
    }

    static Region region(ConfigObject region) {
        var to = new HashMap<String, AudioCodec>();
        for (var row : region.rows("to")) {
            to.put(text(row, "region"), AudioCodec.valueOf(text(row, "codec")));
        }
        return new Region(
                region.text("name"),
                AudioCodec.valueOf(region.text("within")),
                AudioCodec.valueOf(region.text("toOthers")),
                to);
    }

    static Location location(ConfigObject location) {
        return new Location(location.text("name"), location.number("audioBandwidth"));
    }

    /** What a phone or a device pool says of media. */
    private static MediaSettings media(ConfigObject device) {
        return new MediaSettings(
                device.value("location").map(Value::text),
                device.value("mediaResourceGroupList").map(Value::text),
                hold(device),
                relay(device));
    }

    /** A pool says on or off; a phone may leave it to its pool. */
    private static RelaySettings relay(ConfigObject device) {
        return device.kind().equals(Kinds.DEVICE_POOL)
                ? new RelaySettings(Optional.of(device.flag("useTrustedRelayPoint")), false)
                : new RelaySettings(
                        trusted(TrustedRelayPoint.valueOf(device.text("useTrustedRelayPoint"))),
                        device.flag("mediaTerminationPointRequired"));
    }

    private static Optional<Boolean> trusted(TrustedRelayPoint choice) {
        return switch (choice) {
            case DEFAULT -> Optional.empty();
            case ON -> Optional.of(true);
            case OFF -> Optional.of(false);
        };
    }

    private static HoldSources hold(ConfigObject holder) {
        return new HoldSources(
                holder.value("userHoldSource").map(Value::text),
                holder.value("networkHoldSource").map(Value::text));
    }

    static AudioSource audioSource(ConfigObject source) {
        return new AudioSource(
                source.text("name"),
                source.value("file").map(Value::text),
                number(source, "streamPort"),
                source.flag("allowMulticasting") ? number(source, "streamNumber") : OptionalInt.empty());
    }

    private static OptionalInt number(ConfigObject object, String field) {
        return object.value(field).isPresent() ? OptionalInt.of(object.number(field)) : OptionalInt.empty();
    }

    static MediaResourceGroup mediaResourceGroup(ConfigObject group) {
        return new MediaResourceGroup(
                group.text("name"),
                Stream.of(group.text("resources").split(" "))
                        .map(DeviceName::new)
                        .toList(),
                group.flag("multicast"));
    }

    static SrstReference srstReference(ConfigObject reference) {
        return new SrstReference(
                reference.text("name"),
                reference.text("address"),
                reference.number("port"),
                reference.value("sipAddress").map(Value::text),
                reference.number("sipPort"),
                reference.flag("secure"),
                reference.number("certificateProviderPort"),
                reference.value("certificate").map(Value::text));
    }

    private static SrstFallback srst(ConfigObject pool) {
        return pool.value("srstReference")
                .<SrstFallback>map(name -> new SrstFallback.Reference(name.text()))
                .orElseGet(() -> pool.flag("srstDefaultGateway")
                        ? new SrstFallback.DefaultGateway()
                        : new SrstFallback.Disabled());
    }

    static DevicePool devicePool(ConfigObject pool) {
        return new DevicePool(
                pool.text("name"),
                pool.text("callManagerGroup"),
                pool.text("region"),
                pool.text("dateTemplate"),
                pool.text("timeZone"),
                srst(pool),
                media(pool),
                pool.value("softkeyTemplate").map(Value::text));
    }

    static SoftkeyTemplate softkeyTemplate(ConfigObject template) {
        var keys = new EnumMap<SoftkeyState, List<PhoneSoftkey>>(SoftkeyState.class);
        for (var state : SoftkeyState.values()) {
            keys.put(state, SoftkeyTemplate.read(template.text(state.field())));
        }
        return new SoftkeyTemplate(template.text("name"), keys);
    }

    /** Buttons that are not named are what the model's layout has there. */
    static ButtonTemplate buttonTemplate(ConfigObject template) {
        var layout = PhoneModels.byName(template.text("model"))
                .map(ButtonLayouts::of)
                .orElse(List.of());
        var named = new TreeMap<Integer, ButtonTemplate.Button>();
        for (var row : template.rows("buttons")) {
            named.put(
                    number(row, "position"),
                    new ButtonTemplate.Button(ButtonFunction.valueOf(text(row, "function")), text(row, "label")));
        }
        int last = Math.max(layout.size(), named.isEmpty() ? 0 : named.lastKey());
        var buttons = new ArrayList<ButtonTemplate.Button>(last);
        for (int position = 1; position <= last; position++) {
            var standard = position <= layout.size() ? layout.get(position - 1) : ButtonFunction.NEXT;
            buttons.add(named.getOrDefault(position, new ButtonTemplate.Button(standard, "")));
        }
        return new ButtonTemplate(template.text("name"), template.text("model"), buttons);
    }

    static Partition partition(ConfigObject partition) {
        return new Partition(
                partition.text("name"),
                partition.text("description"),
                partition.value("timeSchedule").map(Value::text),
                partition.value("timeZone").map(zone -> ZoneId.of(zone.text())));
    }

    static CallingSearchSpace callingSearchSpace(ConfigObject space) {
        return new CallingSearchSpace(space.text("name"), space.text("description"), space.names("partitions"));
    }

    static Line line(ConfigObject line) {
        return new Line(
                new DirectoryNumber(line.text("number")),
                line.text("partition"),
                line.text("description"),
                line.text("alertingName"),
                line.value("callingSearchSpace").map(Value::text),
                line.value("pickupGroup").map(Value::text),
                forwards(line),
                new VoiceMail(line.value("voiceMailPilot").map(Value::text), line.flag("messagesWaiting")),
                hold(line));
    }

    /** A row for all callers is for those from inside, or from outside, who have none of their own. */
    private static Forwards forwards(ConfigObject line) {
        var rows = new HashMap<String, Forward>();
        for (var row : line.rows("forwards")) {
            rows.put(
                    text(row, "when"),
                    new Forward(
                            text(row, "to"),
                            Optional.ofNullable(row.values().get("callingSearchSpace"))
                                    .map(Value::text)));
        }
        return new Forwards(
                forwards(rows, CallOrigin.INTERNAL),
                forwards(rows, CallOrigin.EXTERNAL),
                line.value("forwardNoAnswerSeconds").map(value -> Duration.ofSeconds(Long.parseLong(value.text()))));
    }

    private static Map<ForwardReason, Forward> forwards(Map<String, Forward> rows, CallOrigin from) {
        var targets = new EnumMap<ForwardReason, Forward>(ForwardReason.class);
        for (var reason : ForwardReason.values()) {
            Optional.ofNullable(rows.get(reason + "_" + from))
                    .or(() -> Optional.ofNullable(rows.get(reason.name())))
                    .ifPresent(target -> targets.put(reason, target));
        }
        return targets;
    }

    static Phone phone(ConfigObject phone) {
        var model = phone.text("model");
        return new Phone(
                new DeviceName(phone.text("name")),
                phone.text("description"),
                PhoneModels.byName(model)
                        .orElseThrow(() -> new IllegalStateException("A stored phone has an unknown model: " + model)),
                new Placement(
                        phone.text("devicePool"),
                        phone.value("callingSearchSpace").map(Value::text),
                        media(phone)),
                new PhoneSecurity(DeviceSecurityMode.valueOf(phone.text("securityMode")), capf(phone)),
                lines(phone.rows("lines")),
                speedDials(phone.rows("speedDials")),
                keys(phone),
                new PhoneSoftware(phone.text("load"), phone.text("userLocale"), hardening(phone)),
                features(phone),
                subscription(phone));
    }

    private static CallFeatures features(ConfigObject phone) {
        return new CallFeatures(
                BuiltInBridge.valueOf(phone.text("builtInBridge")),
                new DoNotDisturb(
                        phone.flag("doNotDisturb"), DoNotDisturbOption.valueOf(phone.text("doNotDisturbOption"))),
                PrivacySetting.valueOf(phone.text("privacy")),
                phone.flag("loggedIntoHuntGroups"));
    }

    private static Subscription subscription(ConfigObject phone) {
        return new Subscription(
                phone.names("services"), phone.flag("extensionMobility"), login(phone), phone.text("lastUser"));
    }

    private static Optional<Subscription.Login> login(ConfigObject phone) {
        return phone.value("loggedInUser")
                .map(Value::text)
                .flatMap(user -> phone.value("loggedInAt")
                        .flatMap(SnapshotRecords::instant)
                        .map(since -> new Subscription.Login(user, phone.text("loggedInProfile"), since)));
    }

    private static KeyAssignment keys(ConfigObject phone) {
        return new KeyAssignment(
                phone.value("softkeyTemplate").map(Value::text),
                phone.value("buttonTemplate").map(Value::text),
                phone.rows("modules").stream()
                        .sorted(Comparator.comparingInt(row -> number(row, "position")))
                        .flatMap(row -> ExpansionModule.named(text(row, "module")).stream())
                        .toList());
    }

    static List<LineAppearance> lines(List<Value.Row> rows) {
        var lines = new ArrayList<LineAppearance>(rows.size());
        for (var row : rows) {
            var line = NumberKey.of(text(row, "line"));
            lines.add(new LineAppearance(
                    new LineInstance(number(row, "instance")),
                    line.line(),
                    line.partition(),
                    text(row, "display"),
                    text(row, "label"),
                    number(row, "maxCalls"),
                    number(row, "busyTrigger"),
                    Optional.of(text(row, "externalMask")).filter(mask -> !mask.isEmpty())));
        }
        return lines;
    }

    static List<SpeedDial> speedDials(List<Value.Row> rows) {
        return rows.stream()
                .map(row -> new SpeedDial(
                        number(row, "instance"),
                        text(row, "digits"),
                        text(row, "label"),
                        Optional.ofNullable(row.values().get("watches"))
                                .map(Value::text)
                                .or(() -> Optional.of(text(row, "watchesSlot")).filter(slot -> !slot.isEmpty()))
                                .map(NumberKey::of)))
                .toList();
    }

    private static CapfSettings capf(ConfigObject phone) {
        return new CapfSettings(
                CertificateOperation.valueOf(phone.text("certificateOperation")),
                AuthenticationMode.valueOf(phone.text("authenticationMode")),
                phone.value("authenticationString").map(Value::text),
                KeySize.of(phone.text("keySize")).orElse(KeySize.STANDARD),
                phone.value("operationCompletesBy").flatMap(SnapshotRecords::instant),
                phone.text("operationStatus"));
    }

    private static Optional<Instant> instant(Value value) {
        return value instanceof Value.Moment(var instant) ? Optional.of(instant) : Optional.empty();
    }

    private static PhoneHardening hardening(ConfigObject phone) {
        return new PhoneHardening(
                phone.flag("pcPort"),
                SettingsAccess.valueOf(phone.text("settingsAccess")),
                phone.flag("gratuitousArp"),
                phone.flag("pcVoiceVlanAccess"),
                WebAccess.valueOf(phone.text("webAccess")));
    }

    static String text(Value.Row row, String field) {
        var value = row.values().get(field);
        return value == null ? "" : value.text();
    }

    static int number(Value.Row row, String field) {
        return row.values().get(field) instanceof Value.Whole(var number) ? Math.toIntExact(number) : 0;
    }
}
