package org.keyline.web;

import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.keyline.config.Configuration;
import org.keyline.model.security.SecurityClass;
import org.keyline.model.server.SrstReference;
import org.keyline.serviceability.posture.ObservedDevices;
import org.keyline.serviceability.trace.SdlSignal;
import org.keyline.trust.secret.Secret;
import org.keyline.trust.srst.Fetched;
import org.keyline.web.backup.Backups;
import org.keyline.web.dial.NumberAnalyser.Answer;
import org.keyline.web.dial.NumberAnalyser.Candidate;
import org.keyline.web.dial.NumberAnalyser.Step;
import org.keyline.web.live.CallRow;
import org.keyline.web.live.LiveSystem;
import org.keyline.web.live.LocationRow;
import org.keyline.web.live.PhoneList;
import org.keyline.web.live.PhoneRow;
import org.keyline.web.page.Administered;
import org.keyline.web.service.NodeServices;
import org.keyline.web.srst.SrstGateways;
import org.keyline.web.trustlist.TrustLists;

/** A running system on a stage: two phones, of which one is registered, and one call. */
final class StagedSystem implements LiveSystem {
    private final List<PhoneRow> phones = new CopyOnWriteArrayList<>();
    private final List<Consumer<Topic>> listeners = new CopyOnWriteArrayList<>();

    StagedSystem() {
        phones.add(phone("SEP001122334455", "Alice", "2001", true));
        phones.add(phone("SEP665544332211", "Bob", "2002", false));
    }

    /** An administrator's desk on which no device is registered. */
    static Administered administered(Configuration configuration) {
        return new Administered(
                configuration,
                (_, _) -> false,
                new StagedRegistrations(Map.of()),
                new ObservedDevices(Clock.systemUTC()),
                Optional::empty,
                new NoTrustLists(),
                new NodeServices("cm1", StagedServices.control()),
                new NoGateways(),
                new NoBackups(),
                (question, _) -> new Answer.Explained(
                        question.digits() + " leads to a line",
                        List.of(),
                        List.of(new Step(
                                "1", List.of(new Candidate(true, "2XXX", "Staff", "Line", "wins")), List.of()))),
                new StagedArchive());
    }

    /** A network without gateways. */
    private record NoGateways() implements SrstGateways {
        private static final Fetched.Failed NOBODY = new Fetched.Failed(Fetched.Trouble.REFUSED, "nobody", "");

        @Override
        public Fetched fetch(SrstReference reference) {
            return NOBODY;
        }

        @Override
        public Acceptance accept(String reference, String sha256, String administrator) {
            return new Acceptance.Failed(NOBODY);
        }

        @Override
        public void check() {}

        @Override
        public Optional<Look> lastLook(String reference) {
            return Optional.empty();
        }
    }

    /** A node that was never saved. */
    private record NoBackups() implements Backups {
        @Override
        public List<Saved> saved() {
            return List.of();
        }

        @Override
        public Last last() {
            return new Last(Optional.empty(), "", Optional.empty(), "");
        }

        @Override
        public OptionalInt percent() {
            return OptionalInt.empty();
        }

        @Override
        public Begun begin(Secret passphrase, boolean withFirmware) {
            return Begun.BUSY;
        }

        @Override
        public Optional<InputStream> read(String name) {
            return Optional.empty();
        }

        @Override
        public boolean delete(String name) {
            return false;
        }
    }

    /** A node without a CTL file. */
    private record NoTrustLists() implements TrustLists {
        @Override
        public Optional<Ctl> ctl() {
            return Optional.empty();
        }

        @Override
        public Optional<byte[]> file(String name) {
            return Optional.empty();
        }

        @Override
        public Optional<String> upload(byte[] content, String administrator, Locale locale) {
            return Optional.of("Not here");
        }

        @Override
        public boolean isMixed() {
            return false;
        }

        @Override
        public Pending pending() {
            return new Pending(List.of(), List.of(), Optional.empty());
        }

        @Override
        public void catchUp(String administrator) {
            // nothing is behind
        }
    }

    /** Bob's phone registers while the page is open. */
    void bobRegisters() {
        phones.set(1, phone("SEP665544332211", "Bob", "2002", true));
        listeners.forEach(listener -> listener.accept(Topic.PHONES));
    }

    @Override
    public PhoneList phones(String words, int most) {
        var matching = phones.stream()
                .filter(phone -> phone.toString().toLowerCase(Locale.ROOT).contains(words))
                .toList();
        var registered = phones.stream()
                .filter(phone -> phone.registration().isPresent())
                .count();
        return new PhoneList(phones.size(), (int) registered, matching.size(), matching);
    }

    @Override
    public List<LocationRow> locations() {
        return List.of(new LocationRow("Branch", 160, 80, 1, 2), new LocationRow("Hub_None", 0, 80, 1, 0));
    }

    @Override
    public List<CallRow> calls() {
        return List.of(new CallRow(
                7,
                "2001 Alice",
                "2002 Bob",
                "CONNECTED",
                Optional.of(SecurityClass.ENCRYPTED),
                Optional.of("G.711 µ-law"),
                Instant.now(),
                Optional.of(Instant.now()),
                Optional.empty()));
    }

    @Override
    public List<SdlSignal> signals(int callReference) {
        var signals = new ArrayList<SdlSignal>();
        if (callReference == 7) {
            signals.add(signal(0, "SEP001122334455", "CallManager", "OffHook"));
            signals.add(signal(1, "CallManager", "SEP001122334455", "CallState"));
            signals.add(signal(2, "CallManager", "SEP665544332211", "SetRinger"));
            signals.add(signal(3, "SEP665544332211", "CallManager", "OffHook"));
        }
        return signals;
    }

    @Override
    public AutoCloseable onChange(Consumer<Topic> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private static SdlSignal signal(long millis, String from, String to, String name) {
        return new SdlSignal(millis * 1_200_000, List.of(7), from, to, name, () -> Map.of("lineInstance", "1"), "");
    }

    private static PhoneRow phone(String name, String description, String number, boolean registered) {
        var registration = new PhoneRow.Registration(
                SecurityClass.ENCRYPTED, "192.0.2.1", Instant.now(), 22, "SCCP42.9-4-2SR3-1S");
        return new PhoneRow(
                name,
                "7962",
                description,
                number,
                SecurityClass.ENCRYPTED,
                registered ? Optional.of(registration) : Optional.empty(),
                Optional.empty());
    }
}
