package org.keyline.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyline.config.store.Edit;
import org.keyline.model.schema.Kinds;

class DurabilityTest {
    private static final int ROUNDS = 4;

    @Test
    void killing_the_process_at_any_moment_loses_no_acknowledged_write(@TempDir Path directory) throws Exception {
        var data = directory.resolve("data");
        var random = new Random(4711);
        long acknowledged = 0;
        for (int round = 0; round < ROUNDS; round++) {
            acknowledged = Math.max(acknowledged, writeAndKill(data, 5 + random.nextInt(60)));

            assertThat(integrity(data)).isEqualTo("ok");
            try (var configuration = Configuration.open(data)) {
                var store = configuration.store();
                assertThat(store.revision()).as("round %d", round).isGreaterThanOrEqualTo(acknowledged);
                assertThat(store.list(Kinds.LINE)).hasSameSizeAs(store.list(Kinds.PHONE));
                assertThat(store.list(Kinds.PHONE).size()).isEqualTo((int) store.revision() - 1);
            }
        }
        assertThat(acknowledged).isPositive();
    }

    @Test
    void the_database_is_for_its_owner_only(@TempDir Path directory) throws IOException {
        var data = directory.resolve("data");
        try (var configuration = Configuration.open(data)) {
            TestConfigurations.basics(configuration);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data)))
                    .isEqualTo("rwx------");
            try (var files = Files.list(data)) {
                assertThat(files.map(DurabilityTest::permissions)).isNotEmpty().containsOnly("rw-------");
            }
        }
    }

    private static String permissions(Path file) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }

    /** Lets a process write until it has acknowledged some changes, then kills it; the last acknowledged revision. */
    private static long writeAndKill(Path data, int acknowledgements) throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writer.class.getName(),
                        data.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        long last = 0;
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            int seen = 0;
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("saved ")) {
                    last = Long.parseLong(line.substring(6));
                    seen++;
                }
                if (seen == acknowledgements) {
                    process.toHandle().destroyForcibly();
                }
            }
        }
        assertThat(process.waitFor(60, TimeUnit.SECONDS))
                .as("the killed writer's end")
                .isTrue();
        assertThat(process.exitValue()).as("killed by SIGKILL").isEqualTo(137);
        return last;
    }

    private static String integrity(Path data) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("keyline.db"));
                var statement = connection.createStatement();
                var result = statement.executeQuery("PRAGMA integrity_check")) {
            return result.next() ? result.getString(1) : "no answer";
        }
    }

    /** The process that is killed: adds phones with their lines and says each revision it was told is saved. */
    static final class Writer {
        private Writer() {}

        public static void main(String[] arguments) {
            var configuration = Configuration.open(Path.of(arguments[0]));
            TestConfigurations.basics(configuration);
            for (int i = configuration.store().list(Kinds.PHONE).size(); ; i++) {
                var number = Integer.toString(10_000 + i);
                var saved = configuration
                        .store()
                        .apply(
                                java.util.List.of(
                                        new Edit.Create(Kinds.LINE, TestConfigurations.line(number)),
                                        new Edit.Create(
                                                Kinds.PHONE,
                                                TestConfigurations.phone(String.format("SEP%012X", i), number))),
                                TestConfigurations.ADMIN)
                        .orThrow();
                System.out.println("saved " + saved.revision());
            }
        }
    }
}
