package org.keyline.node.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keyline.node.record.RecordWritingTest.part;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyline.callcontrol.station.CallReference;
import org.keyline.callcontrol.station.StationSignal.Statistics;
import org.keyline.model.device.DeviceName;
import org.keyline.model.security.SecurityClass;
import org.keyline.processing.record.CallRecords;
import org.keyline.processing.record.LegQuality;
import org.keyline.serviceability.alarm.AlarmCatalogue;
import org.keyline.serviceability.alarm.AlarmLog;
import org.keyline.serviceability.alarm.RaisedAlarm;
import org.keyline.serviceability.trace.TraceRing;
import org.keyline.web.record.CallSearch;

/** Records on their way to the disk, and back. */
class RecordKeeperTest {
    @TempDir
    Path data;

    private final TestClock clock = new TestClock();
    private final AlarmLog alarms = new AlarmLog(clock);

    /** A clock a test moves. */
    private static final class TestClock extends Clock {
        private volatile Instant now = Instant.parse("2026-11-22T10:00:10Z");

        void passes(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }

    private RecordKeeper keeper(Map<String, String> parameters) {
        return RecordKeeper.begin(data, new Snapshots(parameters), new TraceRing(64), 1, alarms, clock);
    }

    private RecordArchive archive() {
        return new RecordArchive(data, () -> new CallRecords.Wanted(true, true));
    }

    private static void await(String what, BooleanSupplier done) throws InterruptedException {
        var end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("awaited " + what);
            }
            Thread.sleep(20);
        }
    }

    private List<String> files() {
        try (Stream<Path> all = Files.walk(data.resolve("records"))) {
            return all.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException gone) {
            return List.of();
        }
    }

    @Test
    void a_minute_has_one_file_that_gets_its_name_when_the_minute_is_over() throws Exception {
        try (var keeper = keeper(Map.of())) {
            keeper.ended(part());
            keeper.ended(part());
            await("the records of the first minute", () -> found(CallSearch.EVERYTHING) == 2);
            assertThat(files()).containsExactly("cdr_StandAloneCluster_01_202611221000_1.part");

            clock.passes(Duration.ofMinutes(1));
            await("the file's name", () -> files().equals(List.of("cdr_StandAloneCluster_01_202611221000_1")));
            keeper.ended(part());
        }
        assertThat(files())
                .containsExactly("cdr_StandAloneCluster_01_202611221000_1", "cdr_StandAloneCluster_01_202611221001_2");
        assertThat(found(CallSearch.EVERYTHING)).isEqualTo(3);
    }

    @Test
    void while_the_disk_refuses_records_wait_and_the_alarm_says_what_mends_it() throws Exception {
        Files.writeString(data.resolve("records"), "in the way");
        try (var keeper = keeper(Map.of())) {
            keeper.ended(part());
            await("the alarm", () -> raised(AlarmCatalogue.CALL_RECORDS_NOT_WRITTEN.name()));
            keeper.ended(part());

            Files.delete(data.resolve("records"));
            await("both records", () -> found(CallSearch.EVERYTHING) == 2);
        }
        assertThat(raised(AlarmCatalogue.CALL_RECORDS_LOST.name())).isFalse();
    }

    @Test
    void what_finds_no_room_while_the_disk_refuses_is_counted() throws Exception {
        Files.writeString(data.resolve("records"), "in the way");
        try (var keeper = keeper(Map.of())) {
            keeper.ended(part());
            await("the alarm", () -> raised(AlarmCatalogue.CALL_RECORDS_NOT_WRITTEN.name()));
            for (var i = 0; i < 50_010; i++) {
                keeper.ended(part());
            }

            Files.delete(data.resolve("records"));
            await("the count", () -> raised(AlarmCatalogue.CALL_RECORDS_LOST.name()));
            assertThat(newest(AlarmCatalogue.CALL_RECORDS_LOST.name())
                            .orElseThrow()
                            .parameters())
                    .containsEntry("count", "10");
        }
        assertThat(files()).hasSize(1);
    }

    @Test
    void a_line_a_killed_node_wrote_in_part_is_taken_away() throws Exception {
        var day = Files.createDirectories(data.resolve("records").resolve("20261121"));
        var left = day.resolve("cdr_StandAloneCluster_01_202611212359_41.part");
        var line = new RecordWriting(1, Snapshots::empty, UUID::randomUUID).detail(part(), "c");
        Files.writeString(left, Column.head(DetailColumns.ALL) + line + line.substring(0, 40));

        try (var keeper = keeper(Map.of())) {
            keeper.ended(part());
        }

        assertThat(files())
                .containsExactly(
                        "cdr_StandAloneCluster_01_202611212359_41", "cdr_StandAloneCluster_01_202611221000_42");
        assertThat(found(CallSearch.EVERYTHING)).isEqualTo(2);
    }

    @Test
    void what_is_too_old_or_too_much_is_deleted_oldest_first() throws Exception {
        for (var minute : List.of("202610010000", "202611212300", "202611212301")) {
            var day = Files.createDirectories(data.resolve("records").resolve(minute.substring(0, 8)));
            Files.write(day.resolve("cdr_StandAloneCluster_01_" + minute + "_1"), new byte[6 << 20]);
        }
        try (var keeper = keeper(Map.of())) {
            await("the purge", () -> files().equals(List.of("cdr_StandAloneCluster_01_202611212301_1")));
            assertThat(keeper.wanted().parts()).isTrue();
        }
        assertThat(data.resolve("records").resolve("20261001")).doesNotExist();
    }

    @Test
    void a_count_without_its_call_is_left_out_and_one_with_it_is_written_once() throws Exception {
        var counters = new Statistics(new CallReference(17_179_946), 1, 2, 3, 4, 5, 6, 7, "");
        var told = new LegQuality(new DeviceName("SEP000000002001"), "2001", counters);
        try (var keeper = keeper(Map.of("callmanager.cdrEnabled", "false"))) {
            keeper.measured(told);
            keeper.ended(part());
            keeper.measured(told);
            keeper.measured(told);
        }
        assertThat(files()).hasSize(1).first().asString().startsWith("cmr_");
        var file = data.resolve("records").resolve("20261122").resolve(files().getFirst());
        assertThat(Files.readAllLines(file)).hasSize(3).last().asString().startsWith("2,1,61049,1,\"2001\",17179946,");
        var legs = archive()
                .measured(search("2001", "", Optional.empty(), Optional.empty()), Optional.empty(), 10)
                .legs();
        assertThat(legs).singleElement().satisfies(leg -> {
            assertThat(leg.call()).isEqualTo(61_049);
            assertThat(leg.device()).isEqualTo("SEP000000002001");
            assertThat(leg.sent().octets()).isEqualTo(2);
            assertThat(leg.received().packets()).isEqualTo(3);
            assertThat(leg.lost()).isEqualTo(5);
            assertThat(leg.lossPerMille()).isEqualTo(625);
        });
        assertThat(archive()
                        .measured(search("2002", "", Optional.empty(), Optional.empty()), Optional.empty(), 10)
                        .legs())
                .isEmpty();
        assertThat(found(CallSearch.EVERYTHING)).as("calls among them").isZero();
    }

    @Test
    void records_are_found_by_number_device_time_cause_and_class_page_by_page() throws Exception {
        try (var keeper = keeper(Map.of())) {
            for (var i = 0; i < 5; i++) {
                keeper.ended(part());
                clock.passes(Duration.ofMinutes(i % 2));
            }
        }
        assertThat(found(search("2001", "", Optional.empty(), Optional.empty())))
                .isEqualTo(5);
        assertThat(found(search("200", "", Optional.empty(), Optional.empty()))).isZero();
        assertThat(found(search("", "sep000000002002", Optional.empty(), Optional.empty())))
                .isEqualTo(5);
        assertThat(found(search("", "SEP0", Optional.empty(), Optional.empty())))
                .isZero();
        assertThat(found(search("", "", Optional.of(16), Optional.of(SecurityClass.AUTHENTICATED))))
                .isEqualTo(5);
        assertThat(found(search("", "", Optional.of(17), Optional.empty()))).isZero();
        assertThat(found(search("", "", Optional.empty(), Optional.of(SecurityClass.ENCRYPTED))))
                .isZero();
        var ended = part().ended();
        assertThat(found(between(Optional.of(ended), Optional.empty()))).isEqualTo(5);
        assertThat(found(between(Optional.empty(), Optional.of(ended)))).isZero();
        assertThat(found(between(Optional.of(ended.plusSeconds(1)), Optional.empty())))
                .isZero();

        var seen = 0;
        Optional<String> from = Optional.empty();
        var pages = 0;
        do {
            var page = archive().find(CallSearch.EVERYTHING, from, 2);
            seen += page.calls().size();
            from = page.next();
            pages++;
        } while (from.isPresent());
        assertThat(seen).isEqualTo(5);
        assertThat(pages).isEqualTo(3);
        assertThat(archive()
                        .find(CallSearch.EVERYTHING, Optional.of("nonsense:1"), 2)
                        .calls())
                .hasSize(2);
    }

    private static CallSearch search(
            String number, String device, Optional<Integer> cause, Optional<SecurityClass> of) {
        return new CallSearch(number, device, Optional.empty(), Optional.empty(), cause, of);
    }

    private static CallSearch between(Optional<Instant> after, Optional<Instant> before) {
        return new CallSearch("", "", after, before, Optional.empty(), Optional.empty());
    }

    private int found(CallSearch search) {
        try {
            return archive().find(search, Optional.empty(), 1_000_000).calls().size();
        } catch (IOException unreadable) {
            return -1;
        }
    }

    private boolean raised(String alarm) {
        return newest(alarm).isPresent();
    }

    private Optional<RaisedAlarm> newest(String name) {
        return alarms.newest(100).stream()
                .filter(alarm -> alarm.alarm().name().equals(name))
                .findFirst();
    }
}
