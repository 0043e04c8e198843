package org.keyline.processing.device;

import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.keyline.callcontrol.call.CallContext;
import org.keyline.callcontrol.device.DeviceState;
import org.keyline.callcontrol.digits.DialPlan;
import org.keyline.callcontrol.park.ParkingLot;
import org.keyline.callcontrol.party.Site;
import org.keyline.callcontrol.registration.Admission.Decision.Admit;
import org.keyline.callcontrol.station.CallReference;
import org.keyline.callcontrol.station.LineStatus;
import org.keyline.callcontrol.station.StationCommand;
import org.keyline.callcontrol.station.StationCommand.Reset;
import org.keyline.model.device.DeviceName;
import org.keyline.model.dial.NumberKey;
import org.keyline.model.security.SecurityClass;
import org.keyline.processing.LineSettings;
import org.keyline.processing.StationHandle;
import org.keyline.processing.StationLink;
import org.keyline.processing.call.Calls;
import org.keyline.processing.call.LegOwner;
import org.keyline.processing.call.LegOwners;
import org.keyline.processing.engine.Engine;
import org.keyline.processing.engine.Epoch;
import org.keyline.processing.presence.BusyLamps;
import org.keyline.processing.presence.PickupNotices;
import org.keyline.processing.presence.RingingCall;
import org.keyline.processing.record.CallRecords;
import org.keyline.processing.view.Changes;
import org.keyline.processing.view.RegisteredDevice;
import org.keyline.serviceability.alarm.AlarmCatalogue;
import org.keyline.serviceability.alarm.Alarms;

/**
 * The registered devices by name; of two registrations of one name the newer one stays. Safe from any thread, nothing
 * blocks.
 */
public final class Directory implements LegOwners, BusyLamps.Devices {
    private final Map<DeviceName, Registration> registrations = new ConcurrentHashMap<>();
    private final Engine engine;
    private final LineSettings settings;
    private final Alarms alarms;
    private final Changes changes;
    private final BusyLamps lamps;
    private final PickupNotices notices;
    private final CallRecords records;
    private final Supplier<DialPlan> dialPlan;
    private final ParkingLot parking;

    /**
     * @param dialPlan the numbers in force
     * @param ringing the call that rings at a leg, if it does
     * @param clock says when watched lines change
     */
    public Directory(
            Engine engine,
            LineSettings settings,
            Alarms alarms,
            Changes changes,
            CallRecords records,
            Supplier<DialPlan> dialPlan,
            ParkingLot parking,
            Function<CallReference, Optional<RingingCall>> ringing,
            InstantSource clock) {
        this.records = records;
        this.dialPlan = dialPlan;
        this.parking = parking;
        this.engine = engine;
        this.settings = settings;
        this.alarms = alarms;
        this.changes = changes;
        this.lamps = new BusyLamps(engine, this, clock);
        this.notices = new PickupNotices(engine, ringing);
    }

    /** Registers a device that was admitted; an older registration of the same name is cut off. */
    public StationHandle register(
            Admit admitted,
            RegisteredDevice device,
            StationLink link,
            Site site,
            Calls calls,
            Supplier<CallContext> contexts) {
        var registration = new Registration(device, admitted.phone(), link, contexts, lamps, this::left);
        var state = DeviceState.registered(admitted.phone(), site, admitted.security());
        registration.actor(engine.spawn(StationActor.behavior(
                registration, state, new Switchboard(contexts, calls, settings, lamps, notices, alarms, records))));
        var older = registrations.put(device.device(), registration);
        if (older != null) {
            older.cutOff("registered again");
        }
        changes.tell();
        return registration;
    }

    @Override
    public Optional<? extends LegOwner> find(DeviceName device) {
        return Optional.ofNullable(registrations.get(device));
    }

    /** Makes every registered device keep to a new configuration; those that are no longer configured are reset. */
    public void configured(Epoch epoch) {
        var watchingChanged = watching(epoch);
        for (var registration : registrations.values()) {
            configured(registration, epoch);
            if (watchingChanged) {
                registration.watchingChanged();
            }
        }
    }

    /** Which lines are watched, or ring for a group, from now on; whether others than before. */
    public boolean watching(Epoch epoch) {
        var snapshot = epoch.snapshot();
        var watched = lamps.configured(snapshot.phones().values());
        var noticed = notices.configured(snapshot.numberPlan().pickupGroups(), snapshot.lines());
        return watched || noticed;
    }

    /** A slot of parked calls was taken, or is free again. */
    public void slotChanged(NumberKey slot) {
        lamps.slotChanged(slot);
    }

    @Override
    public LineStatus slot(NumberKey slot) {
        if (dialPlan.get().slot(slot).isEmpty()) {
            return LineStatus.UNKNOWN;
        }
        return parking.parked(slot).isPresent() ? LineStatus.IN_USE : LineStatus.IDLE;
    }

    @Override
    public boolean look(NumberKey line) {
        var there = dialPlan.get().appearances(line.line(), line.partition()).stream()
                .flatMap(at -> Stream.ofNullable(registrations.get(at.device())))
                .toList();
        there.forEach(Registration::watchingChanged);
        return !there.isEmpty();
    }

    @Override
    public void tell(DeviceName device, StationCommand command) {
        var registration = registrations.get(device);
        if (registration != null) {
            registration.link().deliver(List.of(command));
        }
    }

    /** The same for one. */
    public void configured(DeviceName device, Epoch epoch) {
        var registration = registrations.get(device);
        if (registration != null) {
            configured(registration, epoch);
        }
    }

    private static void configured(Registration registration, Epoch epoch) {
        epoch.snapshot()
                .phone(registration.device())
                .ifPresentOrElse(phone -> registration.configured(phone, epoch.site(phone)), registration::deleted);
    }

    /** Every registered device, by name. */
    public List<RegisteredDevice> devices() {
        return registrations.values().stream()
                .map(Registration::registered)
                .sorted(Comparator.comparing(RegisteredDevice::device))
                .toList();
    }

    public Optional<RegisteredDevice> device(DeviceName name) {
        return Optional.ofNullable(registrations.get(name)).map(Registration::registered);
    }

    /**
     * How many devices are registered with this security.
     *
     * @param complete those that have said what they can do, or those that have not
     */
    public long count(SecurityClass security, boolean complete) {
        return registrations.values().stream()
                .filter(one -> one.isComplete() == complete && one.registered().security() == security)
                .count();
    }

    /** Resets a device when it is idle, for a cause that is named when it leaves; false when it is not registered. */
    public boolean reset(DeviceName device, Reset.Kind kind, Optional<String> cause) {
        var registration = registrations.get(device);
        if (registration != null) {
            registration.reset(kind, cause);
        }
        return registration != null;
    }

    /** Cuts all off: the service stops. */
    public void cutOffAll(String reason) {
        var all = List.copyOf(registrations.values());
        registrations.clear();
        all.forEach(registration -> registration.cutOff(reason));
        changes.tell();
    }

    private void left(Registration registration, String reason) {
        if (registrations.remove(registration.device(), registration)) {
            alarms.raise(
                    AlarmCatalogue.DEVICE_UNREGISTERED,
                    Map.of("device", registration.device().text(), "reason", reason));
            changes.tell();
        }
    }
}
