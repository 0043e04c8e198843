package org.keyline.processing;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.keyline.callcontrol.registration.RegistrationRequest;
import org.keyline.config.snapshot.ConfigSnapshot;
import org.keyline.config.snapshot.NumberPlan;
import org.keyline.config.snapshot.Parameters;
import org.keyline.config.snapshot.SnapshotSource;
import org.keyline.model.device.CallFeatures;
import org.keyline.model.device.DeviceName;
import org.keyline.model.device.DoNotDisturb;
import org.keyline.model.device.DoNotDisturbOption;
import org.keyline.model.device.KeyAssignment;
import org.keyline.model.device.LineAppearance;
import org.keyline.model.device.LineInstance;
import org.keyline.model.device.Phone;
import org.keyline.model.device.PhoneModel;
import org.keyline.model.device.PhoneModel.SecurityFeature;
import org.keyline.model.device.PhoneSoftware;
import org.keyline.model.device.Placement;
import org.keyline.model.device.SpeedDial;
import org.keyline.model.device.Subscription;
import org.keyline.model.dial.DirectoryNumber;
import org.keyline.model.dial.Forwards;
import org.keyline.model.dial.Line;
import org.keyline.model.dial.NumberKey;
import org.keyline.model.dial.PickupGroup;
import org.keyline.model.security.DeviceSecurityMode;
import org.keyline.model.security.PhoneSecurity;
import org.keyline.model.security.SecurityClass;
import org.keyline.processing.Processing.Serviceability;
import org.keyline.serviceability.alarm.AlarmDefinition;
import org.keyline.serviceability.alarm.Alarms;
import org.keyline.serviceability.trace.TraceRing;
import org.keyline.serviceability.waiting.WaitingPhones;

/** A node's call processing with a configuration that a test changes, and alarms it can look at. */
final class TestSite implements SnapshotSource, AutoCloseable {
    private final Map<DeviceName, Phone> phones = new LinkedHashMap<>();
    private final List<Consumer<ConfigSnapshot>> listeners = new CopyOnWriteArrayList<>();
    private final Map<String, String> parameters = new LinkedHashMap<>(Map.of(
            "callmanager.privacySetting",
            "false",
            "enterprise.clusterSecurityMode",
            "MIXED",
            "enterprise.deviceSecurityMode",
            "NON_SECURE"));
    private final Map<String, PickupGroup> groups = new LinkedHashMap<>();
    private final Map<String, String> inGroup = new LinkedHashMap<>();
    private final ConcurrentLinkedQueue<Raised> alarms = new ConcurrentLinkedQueue<>();
    private final TraceRing trace = new TraceRing(1 << 14);
    private final WaitingPhones waiting = new WaitingPhones(Clock.systemUTC());
    private volatile ConfigSnapshot snapshot = build(1);
    private final Processing processing;

    record Raised(AlarmDefinition alarm, Map<String, String> parameters) {}

    TestSite() {
        Alarms noted = (alarm, facts) -> alarms.add(new Raised(alarm, facts));
        processing = Processing.start(
                this, LineSettings.NONE, new Serviceability(noted, trace, waiting), 1, Clock.systemUTC());
    }

    Processing processing() {
        return processing;
    }

    Collection<Raised> alarms() {
        return alarms;
    }

    TraceRing trace() {
        return trace;
    }

    WaitingPhones waiting() {
        return waiting;
    }

    /** Sets a parameter. */
    void parameter(String name, String value) {
        parameters.put(name, value);
        publish();
    }

    /** A pickup group with these lines; in place of another with its number. */
    void pickupGroup(PickupGroup group, String... numbers) {
        groups.put(group.key(), group);
        List.of(numbers).forEach(number -> inGroup.put(number, group.key()));
        publish();
    }

    /** Configures a phone with one line, or changes it. */
    Phone configure(String number, DeviceSecurityMode mode) {
        var phone = phone(number, mode);
        phones.put(phone.name(), phone);
        publish();
        return phone;
    }

    /** A configured phone, registered, whose first speed dial watches a line. */
    TestPhone watching(String number, String watched) {
        var plain = phone(number, DeviceSecurityMode.NON_SECURE, DoNotDisturb.NONE, Optional.of(NumberKey.of(watched)));
        phones.put(plain.name(), plain);
        publish();
        return TestPhone.registered(processing, request(plain.name(), SecurityClass.NON_SECURE));
    }

    /** The user of a configured phone wants peace, or no longer. */
    void doNotDisturb(String number, boolean active) {
        var silent = phone(
                number,
                DeviceSecurityMode.NON_SECURE,
                new DoNotDisturb(active, DoNotDisturbOption.RINGER_OFF),
                Optional.empty());
        phones.put(silent.name(), silent);
        publish();
    }

    /** Configures many at once. */
    void configureAll(Collection<String> numbers, DeviceSecurityMode mode) {
        for (var number : numbers) {
            var phone = phone(number, mode);
            phones.put(phone.name(), phone);
        }
        publish();
    }

    void delete(DeviceName name) {
        phones.remove(name);
        publish();
    }

    /** A configured phone, registered as it should be. */
    TestPhone phone(String number, SecurityClass security) {
        var phone = configure(number, DeviceSecurityMode.valueOf(security.name()));
        return TestPhone.registered(processing, request(phone.name(), security));
    }

    static RegistrationRequest request(DeviceName name, SecurityClass transport) {
        return new RegistrationRequest(
                name,
                404,
                transport,
                transport == SecurityClass.NON_SECURE ? Optional.empty() : Optional.of(name),
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 50_000),
                17,
                "SCCP42.9-4-2");
    }

    static DeviceName name(String number) {
        return new DeviceName("SEP" + "0".repeat(12 - number.length()) + number);
    }

    private static Phone phone(String number, DeviceSecurityMode mode) {
        return phone(number, mode, DoNotDisturb.NONE, Optional.empty());
    }

    private static Phone phone(
            String number, DeviceSecurityMode mode, DoNotDisturb doNotDisturb, Optional<NumberKey> watched) {
        return new Phone(
                name(number),
                "",
                new PhoneModel(404, "7962", PhoneModel.Family.JAVA, 6, EnumSet.allOf(SecurityFeature.class)),
                Placement.in("Default"),
                PhoneSecurity.of(mode),
                List.of(new LineAppearance(
                        new LineInstance(1), new DirectoryNumber(number), "", "User " + number, "", 4, 2)),
                List.of(new SpeedDial(1, "2002", "Bob", watched)),
                KeyAssignment.NONE,
                PhoneSoftware.USUAL,
                CallFeatures.USUAL.with(doNotDisturb),
                Subscription.NONE);
    }

    private void publish() {
        snapshot = build(snapshot.revision() + 1);
        listeners.forEach(listener -> listener.accept(snapshot));
    }

    private ConfigSnapshot build(long revision) {
        var lines = new ArrayList<Line>();
        for (var phone : phones.values()) {
            phone.lines().forEach(line -> lines.add(line(line)));
        }
        return new ConfigSnapshot(
                revision,
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                lines,
                Map.copyOf(phones),
                numberPlan(),
                new Parameters(parameters));
    }

    private Line line(LineAppearance line) {
        return new Line(
                line.number(),
                line.partition(),
                "",
                "",
                Optional.empty(),
                Optional.ofNullable(inGroup.get(line.number().digits())),
                Forwards.NONE);
    }

    private NumberPlan numberPlan() {
        var empty = NumberPlan.EMPTY;
        return new NumberPlan(
                empty.translations(),
                empty.huntPilots(),
                empty.huntLists(),
                empty.lineGroups(),
                empty.routes(),
                List.copyOf(groups.values()),
                empty.parks(),
                empty.directedParks(),
                empty.meetMes(),
                empty.timeSchedules(),
                empty.messageWaiting(),
                empty.authorizationCodes(),
                empty.clientMatterCodes());
    }

    @Override
    public ConfigSnapshot current() {
        return snapshot;
    }

    @Override
    public Following onChange(Consumer<ConfigSnapshot> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public void close() {
        processing.close();
    }
}
