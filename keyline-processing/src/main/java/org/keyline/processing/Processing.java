package org.keyline.processing;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.keyline.callcontrol.call.CallContext;
import org.keyline.callcontrol.digits.DialPlan;
import org.keyline.callcontrol.registration.Admission;
import org.keyline.callcontrol.registration.Admission.Decision.Admit;
import org.keyline.callcontrol.registration.Admission.Decision.Refuse;
import org.keyline.callcontrol.registration.RegistrationRequest;
import org.keyline.callcontrol.station.CallReference;
import org.keyline.callcontrol.station.StationCommand.Reset;
import org.keyline.config.snapshot.ConfigSnapshot;
import org.keyline.config.snapshot.SnapshotSource;
import org.keyline.config.snapshot.SnapshotSource.Following;
import org.keyline.model.device.DeviceName;
import org.keyline.model.device.Phone;
import org.keyline.model.security.SecurityClass;
import org.keyline.processing.call.Calls;
import org.keyline.processing.call.Calls.Surroundings;
import org.keyline.processing.call.HuntMemory;
import org.keyline.processing.call.LegOwner;
import org.keyline.processing.call.OpenMeetings;
import org.keyline.processing.call.ParkSlots;
import org.keyline.processing.device.Directory;
import org.keyline.processing.engine.CallReferences;
import org.keyline.processing.engine.Engine;
import org.keyline.processing.engine.Epoch;
import org.keyline.processing.engine.Epoch.Lasting;
import org.keyline.processing.engine.RandomKeySource;
import org.keyline.processing.engine.SignalTrace;
import org.keyline.processing.location.LocationLedger;
import org.keyline.processing.location.LocationUse;
import org.keyline.processing.presence.RingingCall;
import org.keyline.processing.record.CallRecords;
import org.keyline.processing.resource.MediaDevices;
import org.keyline.processing.view.CallView;
import org.keyline.processing.view.Changes;
import org.keyline.processing.view.DeviceControl;
import org.keyline.processing.view.EndedCall;
import org.keyline.processing.view.RegisteredDevice;
import org.keyline.processing.view.Registrations;
import org.keyline.processing.view.Tally;
import org.keyline.serviceability.alarm.AlarmCatalogue;
import org.keyline.serviceability.alarm.Alarms;
import org.keyline.serviceability.trace.SdlTrace;
import org.keyline.serviceability.waiting.WaitingPhones;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Call processing of one node: registers devices, runs their calls, and shows both. Everything but {@link #start} and
 * {@link #close} returns at once and may be called from any thread.
 */
public final class Processing implements CallProcessing, Registrations, DeviceControl, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Processing.class);

    private final Serviceability serviceability;
    private final Clock clock;
    private final HuntMemory hunting;
    private final ParkSlots parking = new ParkSlots();
    private final LocationLedger locations = new LocationLedger();
    private final OpenMeetings meetings = new OpenMeetings();
    private final MediaDevices media;
    private final Changes changes = new Changes();
    private final Engine engine = new Engine();
    private final Directory directory;
    private final Calls calls;
    private final Tally tally;
    private final Lasting lasting;
    private final Following subscription;
    private volatile Epoch epoch;
    private volatile long adopted;

    /**
     * Where it reports.
     *
     * @param alarms registrations, refusals and failures
     * @param trace what devices and calls say to each other
     * @param waiting unknown devices that ask to register
     * @param records what calls leave behind
     */
    public record Serviceability(Alarms alarms, SdlTrace trace, WaitingPhones waiting, CallRecords records) {
        /** One that keeps no records of calls. */
        public Serviceability(Alarms alarms, SdlTrace trace, WaitingPhones waiting) {
            this(alarms, trace, waiting, CallRecords.NONE);
        }
    }

    private Processing(
            SnapshotSource source, LineSettings settings, Serviceability serviceability, int node, Clock clock) {
        this.serviceability = serviceability;
        this.clock = clock;
        this.hunting = new HuntMemory(clock);
        this.media = new MediaDevices(serviceability.alarms());
        this.directory = new Directory(
                engine,
                settings,
                serviceability.alarms(),
                changes,
                serviceability.records(),
                this::dialPlan,
                parking,
                this::ringing,
                clock);
        parking.onChange(directory::slotChanged);
        this.calls = new Calls(
                new Surroundings(
                        this::context,
                        device ->
                                directory.find(device).map(LegOwner.class::cast).or(() -> media.find(device)),
                        new SignalTrace(serviceability.trace()),
                        hunting,
                        parking,
                        meetings,
                        settings,
                        serviceability.alarms(),
                        changes,
                        serviceability.records(),
                        clock),
                engine);
        this.tally = new CountedNow(directory, calls, locations);
        this.lasting = new Lasting(
                new RandomKeySource(),
                new CallReferences(node),
                hunting,
                calls,
                parking,
                meetings,
                media::within,
                locations);
        this.epoch = Epoch.of(source.current(), lasting);
        directory.watching(epoch);
        this.subscription = source.onChange(this::adopt);
        adopt(source.current());
    }

    /**
     * Starts call processing.
     *
     * @param settings keeps what users set at their phones
     * @param node the node's number, 1 to 255, unique in the cluster
     */
    public static Processing start(
            SnapshotSource source, LineSettings settings, Serviceability serviceability, int node, Clock clock) {
        return new Processing(source, settings, serviceability, node, clock);
    }

    /** Where media resources register. */
    public MediaDevices mediaDevices() {
        return media;
    }

    @Override
    public RegistrationOutcome register(RegistrationRequest request, StationLink link) {
        var now = epoch;
        var phone = now.snapshot().phone(request.device());
        var mode = phone.map(now.snapshot()::effectiveSecurityMode).orElse(SecurityClass.NON_SECURE);
        return switch (Admission.decide(request, phone, mode)) {
            case Admit admit -> accept(request, admit, link, now);
            case Refuse(var why) -> {
                new RefusalReport(serviceability).report(request, phone, mode, why);
                yield new RegistrationOutcome.Refused(RefusalTexts.text(why, language(phone.map(Phone::userLocale))));
            }
        };
    }

    private RegistrationOutcome accept(RegistrationRequest request, Admit admit, StationLink link, Epoch now) {
        var device = new RegisteredDevice(
                request.device(),
                admit.phone().model(),
                request.peer(),
                admit.security(),
                clock.instant(),
                request.protocolVersion(),
                request.load());
        var handle = directory.register(admit, device, link, now.site(admit.phone()), calls, this::context);
        var newest = epoch;
        if (newest.snapshot().revision() > now.snapshot().revision()) {
            directory.configured(request.device(), newest);
        }
        serviceability.waiting().forget(request.device().text());
        serviceability
                .alarms()
                .raise(
                        AlarmCatalogue.DEVICE_REGISTERED,
                        Map.of(
                                "device", request.device().text(),
                                "peer", request.peerText(),
                                "security", admit.security().name()));
        return new RegistrationOutcome.Accepted(handle, admit.phone(), now.devicePool(admit.phone()), admit.security());
    }

    /** The numbers in force. */
    public DialPlan dialPlan() {
        return epoch.calls().dialPlan();
    }

    @Override
    public List<RegisteredDevice> devices() {
        return directory.devices();
    }

    @Override
    public Optional<RegisteredDevice> device(DeviceName name) {
        return directory.device(name);
    }

    @Override
    public List<CallView> calls() {
        return calls.views();
    }

    @Override
    public List<EndedCall> recentCalls() {
        return calls.recent();
    }

    /** Devices and calls as numbers. */
    public Tally tally() {
        return tally;
    }

    @Override
    public List<LocationUse> locations() {
        return locations.uses(epoch.snapshot().media().locations().values());
    }

    @Override
    public long configurationRevision() {
        return adopted;
    }

    @Override
    public AutoCloseable onChange(Runnable listener) {
        return changes.add(listener);
    }

    @Override
    public boolean reset(DeviceName device, Reset.Kind kind) {
        return directory.reset(device, kind, Optional.empty());
    }

    /**
     * As {@link #reset(DeviceName, Reset.Kind)}; the alarm of the device's leaving names the cause.
     *
     * @param cause in the words of the alarm catalogue, for example {@code EMLoginLogout}
     */
    public boolean reset(DeviceName device, Reset.Kind kind, String cause) {
        return directory.reset(device, kind, Optional.of(cause));
    }

    /** Cuts all devices off and stops; waits until it is done. */
    @Override
    public void close() {
        try {
            subscription.close();
        } finally {
            directory.cutOffAll("the service stops");
            engine.close();
        }
    }

    private Optional<RingingCall> ringing(CallReference leg) {
        return calls.ringing(leg);
    }

    private CallContext context() {
        return epoch.calls();
    }

    private synchronized void adopt(ConfigSnapshot snapshot) {
        if (snapshot.revision() > epoch.snapshot().revision()) {
            long begun = System.nanoTime();
            var next = Epoch.of(snapshot, lasting);
            epoch = next;
            directory.configured(next);
            LOG.atInfo()
                    .addKeyValue("revision", snapshot.revision())
                    .addKeyValue("milliseconds", (System.nanoTime() - begun) / 1_000_000)
                    .log("Configuration in force for calls");
        }
        adopted = epoch.snapshot().revision();
    }

    private static Locale language(Optional<String> userLocale) {
        return userLocale.map(Locale::forLanguageTag).orElse(Locale.ENGLISH);
    }
}
