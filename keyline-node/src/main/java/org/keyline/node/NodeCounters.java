package org.keyline.node;

import static org.keyline.model.security.SecurityClass.AUTHENTICATED;
import static org.keyline.model.security.SecurityClass.ENCRYPTED;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.keyline.model.security.SecurityClass;
import org.keyline.processing.view.Tally;
import org.keyline.serviceability.counter.CounterCatalogue;
import org.keyline.serviceability.counter.CounterService;
import org.keyline.serviceability.counter.Counters;
import org.keyline.serviceability.counter.PerfCounter;
import org.keyline.tftp.files.FileCounts;

/** Where this node's performance counters have their values from, and where they are shown. */
final class NodeCounters {
    private NodeCounters() {}

    /** What shows them: on the node's own address if that is a loopback address, else on the usual one. */
    static CounterService service(
            NodeSettings settings, Tally tally, FileCounts files, Map<PerfCounter, LongSupplier> media) {
        var all = new HashMap<>(of(tally, files));
        all.putAll(media);
        return new CounterService(place(settings), Counters.reading(all));
    }

    static InetSocketAddress place(NodeSettings settings) {
        var own = settings.bind();
        return new InetSocketAddress(
                own.isLoopbackAddress() ? own : InetAddress.getLoopbackAddress(), settings.metricsPort());
    }

    private static Map<PerfCounter, LongSupplier> of(Tally tally, FileCounts files) {
        return Map.ofEntries(
                Map.entry(CounterCatalogue.AUTHENTICATED_REGISTERED_PHONES, () -> tally.registered(AUTHENTICATED)),
                Map.entry(CounterCatalogue.ENCRYPTED_REGISTERED_PHONES, () -> tally.registered(ENCRYPTED)),
                Map.entry(CounterCatalogue.REGISTERED_PHONES, all(tally::registered)),
                Map.entry(
                        CounterCatalogue.AUTHENTICATED_PARTIALLY_REGISTERED_PHONE,
                        () -> tally.partiallyRegistered(AUTHENTICATED)),
                Map.entry(
                        CounterCatalogue.ENCRYPTED_PARTIALLY_REGISTERED_PHONES,
                        () -> tally.partiallyRegistered(ENCRYPTED)),
                Map.entry(CounterCatalogue.PARTIALLY_REGISTERED_PHONE, all(tally::partiallyRegistered)),
                Map.entry(CounterCatalogue.AUTHENTICATED_CALLS_ACTIVE, () -> tally.callsActive(AUTHENTICATED)),
                Map.entry(CounterCatalogue.ENCRYPTED_CALLS_ACTIVE, () -> tally.callsActive(ENCRYPTED)),
                Map.entry(CounterCatalogue.CALLS_ACTIVE, all(tally::callsActive)),
                Map.entry(CounterCatalogue.AUTHENTICATED_CALLS_COMPLETED, () -> tally.callsCompleted(AUTHENTICATED)),
                Map.entry(CounterCatalogue.ENCRYPTED_CALLS_COMPLETED, () -> tally.callsCompleted(ENCRYPTED)),
                Map.entry(CounterCatalogue.CALLS_COMPLETED, all(tally::callsCompleted)),
                Map.entry(CounterCatalogue.LOCATION_OUT_OF_RESOURCES, tally::outOfBandwidth),
                Map.entry(CounterCatalogue.CALLS_IN_PROGRESS, tally::callsInProgress),
                Map.entry(CounterCatalogue.BUILD_SIGN_COUNT, files.signed()::sum),
                Map.entry(CounterCatalogue.ENCRYPT_COUNT, files.encrypted()::sum));
    }

    private static LongSupplier all(ToLongFunction<SecurityClass> each) {
        return () -> Stream.of(SecurityClass.values()).mapToLong(each).sum();
    }
}
