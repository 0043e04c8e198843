package org.keyline.node.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A restore that is killed at any of its steps ends as if it had not been, and loses nothing. */
class ExchangeTest {
    private static final Map<String, String> BEFORE = Map.of(
            "keyline.db", "old",
            "keyline.db-wal", "old",
            "certificates/capf.pem", "old",
            "certificates/former-capf/1.cer", "old",
            "tftp/CTLFile.tlv", "old",
            "tftp/only-here.xml", "stays");
    private static final Map<String, String> COMING = Map.of(
            "keyline.db", "new",
            "certificates/capf.pem", "new",
            "tftp/CTLFile.tlv", "new",
            "tftp/Ringlist.xml", "new",
            "restored-from", "new");
    private static final Map<String, String> AFTER = Map.of(
            "keyline.db", "new",
            "certificates/capf.pem", "new",
            "tftp/CTLFile.tlv", "new",
            "tftp/Ringlist.xml", "new",
            "tftp/only-here.xml", "stays",
            "restored-from", "new");
    private static final List<String> VOIDED = List.of("keyline.db-wal", "keyline.db-shm", "tftp/CTLFile.tlv");

    @TempDir
    Path data;

    private static void lay(Path directory, Map<String, String> files) throws IOException {
        for (var file : files.entrySet()) {
            var place = directory.resolve(file.getKey());
            Files.createDirectories(place.getParent());
            Files.writeString(place, file.getValue());
        }
    }

    /** All files but those of the exchange itself. */
    private Map<String, String> present() throws IOException {
        return files(data).entrySet().stream()
                .filter(file -> !file.getKey().startsWith("restore/"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Map<String, String> files(Path root) throws IOException {
        var found = new TreeMap<String, String>();
        try (Stream<Path> files = Files.walk(root)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                found.put(root.relativize(file).toString(), Files.readString(file));
            }
        }
        return found;
    }

    private void prepare() throws IOException {
        Trees.delete(data);
        Files.createDirectories(data);
        lay(data, BEFORE);
        lay(Exchange.in(data).prepare(), COMING);
    }

    @Test
    void what_comes_takes_its_place_and_what_was_there_can_be_put_back_and_forth() throws Exception {
        prepare();

        Exchange.in(data).exchange(VOIDED);
        assertThat(present()).isEqualTo(AFTER);

        assertThat(Exchange.in(data).undo()).isTrue();
        assertThat(present()).isEqualTo(BEFORE);
        assertThat(Exchange.in(data).undo()).isTrue();
        assertThat(present()).isEqualTo(AFTER);
    }

    @Test
    void without_a_restore_there_is_nothing_to_undo() throws Exception {
        lay(data, BEFORE);
        assertThat(Exchange.in(data).undo()).isFalse();
        assertThat(present()).isEqualTo(BEFORE);
    }

    @Test
    void killed_before_it_is_decided_it_leaves_everything_as_it_was() throws Exception {
        prepare();
        assertThat(Exchange.isInterrupted(data)).isFalse();
        assertThat(Exchange.finish(data)).isFalse();
        assertThat(present()).isEqualTo(BEFORE);
        assertThat(data.resolve("restore/incoming")).doesNotExist();
    }

    /** The steps after the decision: each is one rename. */
    private List<Path[]> steps(Path incoming) {
        var steps = new ArrayList<Path[]>();
        var previous = data.resolve("restore/previous");
        steps.add(new Path[] {data.resolve("keyline.db-wal"), previous.resolve("keyline.db-wal")});
        for (var name :
                List.of("certificates", "keyline.db", "restored-from", "tftp/CTLFile.tlv", "tftp/Ringlist.xml")) {
            if (List.of("certificates", "keyline.db", "tftp/CTLFile.tlv").contains(name)) {
                steps.add(new Path[] {data.resolve(name), previous.resolve(name)});
            }
            steps.add(new Path[] {incoming.resolve(name), data.resolve(name)});
        }
        return steps;
    }

    @Test
    void killed_after_any_step_it_is_brought_to_its_end() throws Exception {
        prepare();
        Exchange.in(data).exchange(VOIDED);
        var decided = Files.readString(data.resolve("restore/done"));
        int all = steps(data.resolve("restore/incoming")).size();
        for (int killedAfter = 0; killedAfter <= all; killedAfter++) {
            prepare();
            Files.writeString(data.resolve("restore/ready"), decided);
            for (var step : steps(data.resolve("restore/incoming")).subList(0, killedAfter)) {
                Files.createDirectories(step[1].getParent());
                Files.move(step[0], step[1]);
            }
            assertThat(Exchange.isInterrupted(data)).isTrue();

            assertThat(Exchange.finish(data)).isTrue();

            assertThat(present()).as("killed after step " + killedAfter).isEqualTo(AFTER);
            assertThat(Exchange.isInterrupted(data)).isFalse();
            assertThat(Exchange.in(data).undo()).isTrue();
            assertThat(present()).as("undone after step " + killedAfter).isEqualTo(BEFORE);
        }
    }

    @Test
    void an_undo_that_was_killed_when_all_lay_ready_is_brought_to_its_end() throws Exception {
        prepare();
        Exchange.in(data).exchange(VOIDED);
        Exchange.in(data).undo();
        var decided = Files.readString(data.resolve("restore/done"));
        Exchange.in(data).undo();
        assertThat(present()).isEqualTo(AFTER);

        Files.writeString(data.resolve("restore/ready"), decided);
        assertThat(Exchange.finish(data)).isTrue();

        assertThat(present()).isEqualTo(BEFORE);
    }
}
