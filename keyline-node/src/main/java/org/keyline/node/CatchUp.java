package org.keyline.node;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.keyline.callcontrol.station.StationCommand.Reset;
import org.keyline.config.snapshot.ConfigSnapshot;
import org.keyline.config.snapshot.SnapshotSource;
import org.keyline.config.store.Change;
import org.keyline.config.store.ConfigStore;
import org.keyline.ctl.PendingWork;
import org.keyline.model.device.DeviceName;
import org.keyline.model.device.Phone;
import org.keyline.model.schema.AfterChange;
import org.keyline.model.schema.Kinds;
import org.keyline.model.server.NodeService;
import org.keyline.processing.view.DeviceControl;
import org.keyline.processing.view.RegisteredDevice;
import org.keyline.processing.view.Registrations;
import org.keyline.serviceability.supervisor.ServiceStatus;
import org.keyline.serviceability.supervisor.Supervisor;

/**
 * Which services of this node run by an older configuration or CTL file than the present one, and which devices have
 * not been reset since; and, when the administrator says so, all of it done at once.
 *
 * <p>It follows from the change log, from when each service started and from when each device registered, so nothing
 * has to be remembered over a restart.
 *
 * @param snapshots the configuration in force, which says whose device pool and lines they are
 * @param changes the change log
 * @param supervisor the services
 * @param registrations the devices that are registered now
 * @param devices resets them
 * @param ctlFile the CTL file, whose change asks for the same as a change of the mode
 */
public record CatchUp(
        SnapshotSource snapshots,
        ConfigStore changes,
        Supervisor supervisor,
        Registrations registrations,
        DeviceControl devices,
        Path ctlFile) {
    private static final int MOST_CHANGES = 1_000;
    private static final String CALL_MANAGER = NodeService.CALLMANAGER.title();
    private static final Patience PATIENCE = new Patience(Duration.ofSeconds(10), Duration.ofMillis(20));
    private static final Map<AfterChange, String> SERVICES = Map.of(
            AfterChange.RESTART_CALLMANAGER, CALL_MANAGER,
            AfterChange.RESTART_TFTP, NodeService.TFTP.title(),
            AfterChange.RESTART_CAPF, NodeService.CAPF.title(),
            AfterChange.RESTART_TVS, NodeService.TVS.title(),
            AfterChange.RESTART_CTL_PROVIDER, NodeService.CTL_PROVIDER.title(),
            AfterChange.RESTART_MEDIA_STREAMING, NodeService.MEDIA_STREAMING.title(),
            AfterChange.RESTART_PHONE_SERVICES, NodeService.PHONE_SERVICES.title());
    private static final Set<AfterChange> AFTER_CTL =
            EnumSet.of(AfterChange.RESTART_CALLMANAGER, AfterChange.RESTART_TFTP, AfterChange.RESET_ALL_DEVICES);

    /** Something that happened, and what it asks for. */
    private record Happened(Instant at, String kind, String key, Set<AfterChange> after) {}

    /** What is left to do now. */
    public PendingWork pending() {
        var happened = happened();
        var services = supervisor.status().stream()
                .filter(status -> status.state() == ServiceStatus.State.RUNNING)
                .filter(status -> happened.stream().anyMatch(change -> isOld(status, change)))
                .map(ServiceStatus::name)
                .toList();
        var current = snapshots.current();
        var devices = registrations.devices();
        var since = sinceTheOldest(devices, happened);
        var old = devices.stream()
                .filter(device -> since.stream().anyMatch(change -> isOld(current, device, change)))
                .map(device -> device.device().text())
                .toList();
        return new PendingWork(services, old);
    }

    /**
     * What happened after the first of these devices registered: a client asks again and again until nothing is left,
     * and nobody compares thirty thousand devices with changes that all of them know.
     */
    private static List<Happened> sinceTheOldest(List<RegisteredDevice> devices, List<Happened> happened) {
        return devices.stream()
                .map(RegisteredDevice::since)
                .min(Instant::compareTo)
                .map(oldest -> happened.stream()
                        .filter(change -> change.at().isAfter(oldest))
                        .toList())
                .orElse(List.of());
    }

    /**
     * Restarts those services and resets those devices. CallManager comes last: a device that loses it registers again
     * without fetching its files, and could no more be told to reset; so the devices leave first, and by then TFTP has
     * been restarted.
     */
    public void run() {
        var work = pending();
        work.services().stream()
                .filter(service -> !service.equals(CALL_MANAGER))
                .forEach(supervisor::restart);
        var leaving = work.devices().stream().map(DeviceName::new).toList();
        var told = Instant.now();
        leaving.forEach(device -> devices.reset(device, Reset.Kind.RESET));
        if (work.services().contains(CALL_MANAGER)) {
            awaitGone(leaving, told);
            supervisor.restart(CALL_MANAGER);
        }
    }

    /** A device that does not hear the reset is not waited for long. */
    private void awaitGone(List<DeviceName> leaving, Instant told) {
        PATIENCE.await(() -> leaving.stream().noneMatch(device -> isStillThere(device, told)));
    }

    private boolean isStillThere(DeviceName device, Instant told) {
        return registrations
                .device(device)
                .filter(registered -> registered.since().isBefore(told))
                .isPresent();
    }

    private static boolean isOld(ServiceStatus status, Happened change) {
        return status.since().isBefore(change.at())
                && change.after().stream().anyMatch(after -> status.name().equals(SERVICES.get(after)));
    }

    private static boolean isOld(ConfigSnapshot current, RegisteredDevice device, Happened change) {
        return device.since().isBefore(change.at())
                && (change.after().contains(AfterChange.RESET_ALL_DEVICES)
                        || (isTouched(current, device.device(), change)
                                && (change.after().contains(AfterChange.RESET_DEVICE)
                                        || change.after().contains(AfterChange.RESTART_DEVICE))));
    }

    /** The phone itself was changed, or a line it has, its device pool, or the SRST reference of that. */
    private static boolean isTouched(ConfigSnapshot current, DeviceName device, Happened change) {
        if (change.kind().equals(Kinds.PHONE.name())) {
            return change.key().equals(device.text());
        }
        return current.phone(device)
                .filter(phone -> switch (change.kind()) {
                    case "devicePool" -> change.key().equals(phone.devicePool());
                    case "srstReference" ->
                        current.srstReference(phone)
                                .filter(used -> used.name().equals(change.key()))
                                .isPresent();
                    case "line" -> hasLine(phone, change.key());
                    default -> false;
                })
                .isPresent();
    }

    private static boolean hasLine(Phone phone, String key) {
        return phone.lines().stream()
                .map(line -> line.number().toString() + (line.partition().isEmpty() ? "" : "@" + line.partition()))
                .anyMatch(key::equals);
    }

    private List<Happened> happened() {
        return Stream.concat(
                        changes.newestChanges(MOST_CHANGES).stream().map(CatchUp::asked),
                        ctlWritten().map(at -> new Happened(at, "ctlFile", "", AFTER_CTL)).stream())
                .filter(change -> !change.after().isEmpty())
                .toList();
    }

    private static Happened asked(Change change) {
        var after = EnumSet.noneOf(AfterChange.class);
        var kind = Kinds.get(change.kind());
        for (var field : change.fields()) {
            kind.field(field).ifPresent(described -> after.addAll(described.after()));
        }
        return new Happened(change.at(), change.kind(), change.key(), after);
    }

    private Optional<Instant> ctlWritten() {
        try {
            return Files.exists(ctlFile)
                    ? Optional.of(Files.getLastModifiedTime(ctlFile).toInstant())
                    : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
