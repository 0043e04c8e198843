package org.keyline.node.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.keyline.config.certificates.PhoneCertificate;
import org.keyline.config.certificates.PhoneCertificates;
import org.keyline.config.snapshot.ConfigSnapshot;
import org.keyline.config.snapshot.SnapshotSource;
import org.keyline.model.device.Phone;
import org.keyline.node.record.RecordArchive;
import org.keyline.processing.view.Registrations;
import org.keyline.serviceability.trace.SdlSignal;
import org.keyline.serviceability.trace.TraceRing;
import org.keyline.web.live.CallRow;
import org.keyline.web.live.LiveSystem;
import org.keyline.web.live.LocationRow;
import org.keyline.web.live.PhoneList;
import org.keyline.web.live.PhoneRow;

/** Phones and calls of this node. */
public final class NodeLiveSystem implements LiveSystem {
    private final SnapshotSource configuration;
    private final Registrations registrations;
    private final PhoneCertificates certificates;
    private final TraceRing trace;
    private final RecordArchive archive;

    public NodeLiveSystem(
            SnapshotSource configuration,
            Registrations registrations,
            PhoneCertificates certificates,
            TraceRing trace,
            RecordArchive archive) {
        this.configuration = configuration;
        this.registrations = registrations;
        this.certificates = certificates;
        this.trace = trace;
        this.archive = archive;
    }

    @Override
    public PhoneList phones(String words, int most) {
        var snapshot = configuration.current();
        var matching = snapshot.phones().values().stream()
                .filter(phone -> PhoneSearch.matches(phone, words))
                .sorted(Comparator.comparing(Phone::name))
                .toList();
        var rows =
                matching.stream().limit(most).map(phone -> row(snapshot, phone)).toList();
        return new PhoneList(snapshot.phones().size(), registrations.devices().size(), matching.size(), rows);
    }

    private PhoneRow row(ConfigSnapshot snapshot, Phone phone) {
        var expiry = certificates.of(phone.name().text()).stream()
                .map(PhoneCertificate::notAfter)
                .min(Comparator.naturalOrder());
        return PhoneRows.of(phone, snapshot.effectiveSecurityMode(phone), registrations.device(phone.name()), expiry);
    }

    @Override
    public List<CallRow> calls() {
        var rows = new ArrayList<CallRow>();
        registrations.calls().reversed().forEach(call -> rows.add(CallRows.inProgress(call)));
        registrations.recentCalls().forEach(call -> rows.add(CallRows.ended(call)));
        return rows;
    }

    @Override
    public List<LocationRow> locations() {
        return registrations.locations().stream()
                .map(use -> new LocationRow(
                        use.location().name(),
                        use.location().audioBandwidth(),
                        use.taken(),
                        use.streams(),
                        use.refused()))
                .toList();
    }

    @Override
    public List<SdlSignal> signals(int callReference) {
        var signals = trace.call(callReference);
        return signals.isEmpty() ? kept(callReference) : signals;
    }

    private List<SdlSignal> kept(int callReference) {
        try {
            return archive.newest(callReference);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public AutoCloseable onChange(Consumer<Topic> listener) {
        var live = registrations.onChange(() -> {
            listener.accept(Topic.PHONES);
            listener.accept(Topic.CALLS);
            listener.accept(Topic.WAITING);
        });
        var configured = configuration.onChange((ConfigSnapshot _) -> listener.accept(Topic.PHONES));
        return () -> {
            live.close();
            configured.close();
        };
    }
}
