package org.keyline.processing.location;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.keyline.callcontrol.location.Bandwidth;
import org.keyline.callcontrol.location.Reservation;
import org.keyline.callcontrol.station.CallReference;
import org.keyline.model.server.Location;

/** The ledger has in its counters what a plain book has, and never more than a location may carry. */
class LocationLedgerTest {
    private static final Map<String, Location> LOCATIONS =
            Map.of("A", new Location("A", 160), "B", new Location("B", 100), "C", new Location("C", 0));

    /** A leg wants something of two locations, or gives back what it has. */
    record Wish(int leg, Map<String, Integer> kilobits, boolean gives) {}

    private final LocationLedger ledger = new LocationLedger();
    private final Bandwidth bandwidth = ledger.within(LOCATIONS);

    private static Reservation of(int leg, Map<String, Integer> kilobits) {
        return new Reservation(new CallReference(leg), kilobits);
    }

    private long taken(String location) {
        return use(location).taken();
    }

    private LocationUse use(String location) {
        return ledger.uses(LOCATIONS.values()).stream()
                .filter(use -> use.location().name().equals(location))
                .findFirst()
                .orElseThrow();
    }

    @Property(tries = 500)
    void the_counters_are_the_sum_of_what_legs_have(@ForAll("wishes") List<Wish> wishes) {
        var book = new HashMap<Integer, Map<String, Integer>>();
        for (var wish : wishes) {
            if (wish.gives()) {
                bandwidth.release(new CallReference(wish.leg()));
                book.remove(wish.leg());
            } else if (bandwidth.take(List.of(of(wish.leg(), wish.kilobits())))) {
                book.put(wish.leg(), wish.kilobits());
            }
            for (var location : LOCATIONS.values()) {
                var sum = book.values().stream()
                        .mapToLong(has -> has.getOrDefault(location.name(), 0))
                        .sum();
                assertThat(taken(location.name())).as(location.name()).isEqualTo(sum);
                assertThat(!location.isLimited() || sum <= location.audioBandwidth())
                        .isTrue();
            }
        }
        IntStream.range(0, 8).forEach(leg -> bandwidth.release(new CallReference(leg)));
        assertThat(ledger.uses(LOCATIONS.values()))
                .allSatisfy(use -> assertThat(use.taken() + use.streams()).isZero());
    }

    @Provide
    Arbitrary<List<Wish>> wishes() {
        var kilobits = Arbitraries.maps(Arbitraries.of("A", "B", "C"), Arbitraries.of(24, 29, 80, 272))
                .ofMaxSize(2);
        return Combinators.combine(Arbitraries.integers().between(0, 7), kilobits, Arbitraries.of(true, false, false))
                .as(Wish::new)
                .list()
                .ofMaxSize(60);
    }

    @Example
    void a_refusal_changes_nothing_and_is_counted() {
        assertThat(bandwidth.take(List.of(of(1, Map.of("A", 80, "B", 80))))).isTrue();

        assertThat(bandwidth.take(List.of(of(2, Map.of("A", 24)), of(3, Map.of("B", 24)))))
                .isFalse();

        assertThat(taken("A")).isEqualTo(80);
        assertThat(taken("B")).isEqualTo(80);
        assertThat(use("B").refused()).isEqualTo(1);
        assertThat(ledger.refusals()).isEqualTo(1);
        assertThat(bandwidth.admits(of(4, Map.of("B", 20)))).isTrue();
        assertThat(bandwidth.admits(of(4, Map.of("B", 21)))).isFalse();
        assertThat(ledger.refusals()).isEqualTo(2);
    }

    @Example
    void what_two_legs_exchange_is_counted_together() {
        assertThat(bandwidth.take(List.of(of(1, Map.of("B", 80))))).isTrue();

        assertThat(bandwidth.take(List.of(of(1, Map.of()), of(2, Map.of("B", 80)))))
                .isTrue();

        assertThat(taken("B")).isEqualTo(80);
        assertThat(use("B").streams()).isEqualTo(1);
    }

    @Example
    void a_lower_limit_leaves_calls_alone_and_lets_no_more_in() {
        assertThat(bandwidth.take(List.of(of(1, Map.of("A", 160))))).isTrue();
        var lower = ledger.within(Map.of("A", new Location("A", 100)));

        assertThat(lower.take(List.of(of(1, Map.of("A", 24))))).isTrue();
        assertThat(lower.take(List.of(of(2, Map.of("A", 80))))).isFalse();
        assertThat(lower.take(List.of(of(2, Map.of("A", 24))))).isTrue();
        assertThat(taken("A")).isEqualTo(48);
    }

    @Example
    void many_at_once_take_no_more_than_there_is() throws Exception {
        var most = new Location("A", 800);
        var shared = ledger.within(Map.of("A", most));
        List<Future<Boolean>> done;
        try (var threads = Executors.newFixedThreadPool(4)) {
            done = threads.invokeAll(
                    IntStream.range(0, 400)
                            .<Callable<Boolean>>mapToObj(leg -> () -> takeAndGiveBack(shared, leg, most))
                            .toList(),
                    60,
                    TimeUnit.SECONDS);
        }
        for (var one : done) {
            assertThat(one.get()).as("never over the limit").isTrue();
        }
        assertThat(taken("A")).isZero();
    }

    private boolean takeAndGiveBack(Bandwidth shared, int leg, Location most) {
        var within = true;
        for (var round = 0; round < 50; round++) {
            shared.take(List.of(of(leg, Map.of("A", 80))));
            within &= ledger.uses(List.of(most)).getFirst().taken() <= most.audioBandwidth();
            shared.release(new CallReference(leg));
        }
        return within;
    }
}
