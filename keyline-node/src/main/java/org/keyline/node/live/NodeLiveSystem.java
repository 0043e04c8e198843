package org.keyline.node.live;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.keyline.config.certificates.PhoneCertificate;
import org.keyline.config.certificates.PhoneCertificates;
import org.keyline.config.snapshot.ConfigSnapshot;
import org.keyline.config.snapshot.SnapshotSource;
import org.keyline.model.device.Phone;
import org.keyline.processing.view.Registrations;
import org.keyline.serviceability.trace.SdlSignal;
import org.keyline.serviceability.trace.TraceRing;
import org.keyline.web.live.CallRow;
import org.keyline.web.live.LiveSystem;
import org.keyline.web.live.PhoneRow;

/** Phones and calls of this node. */
public final class NodeLiveSystem implements LiveSystem {
    private final SnapshotSource configuration;
    private final Registrations registrations;
    private final PhoneCertificates certificates;
    private final TraceRing trace;

    public NodeLiveSystem(
            SnapshotSource configuration,
            Registrations registrations,
            PhoneCertificates certificates,
            TraceRing trace) {
        this.configuration = configuration;
        this.registrations = registrations;
        this.certificates = certificates;
        this.trace = trace;
    }

    @Override
    public List<PhoneRow> phones() {
        var snapshot = configuration.current();
        var expiries = certificates.list().stream()
                .collect(Collectors.toMap(
                        PhoneCertificate::device,
                        PhoneCertificate::notAfter,
                        (one, other) -> one.isBefore(other) ? one : other));
        return snapshot.phones().values().stream()
                .sorted(Comparator.comparing(Phone::name))
                .map(phone -> PhoneRows.of(
                        phone,
                        snapshot.effectiveSecurityMode(phone),
                        registrations.device(phone.name()),
                        Optional.ofNullable(expiries.get(phone.name().text()))))
                .toList();
    }

    @Override
    public List<CallRow> calls() {
        var rows = new ArrayList<CallRow>();
        registrations.calls().reversed().forEach(call -> rows.add(CallRows.inProgress(call)));
        registrations.recentCalls().forEach(call -> rows.add(CallRows.ended(call)));
        return rows;
    }

    @Override
    public List<SdlSignal> signals(int callReference) {
        return trace.call(callReference);
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
