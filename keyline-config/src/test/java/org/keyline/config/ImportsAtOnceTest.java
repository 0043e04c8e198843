package org.keyline.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyline.config.database.DatabaseBusy;
import org.keyline.config.store.Author;
import org.keyline.config.store.ConfigObject;
import org.keyline.config.yaml.ImportMode;
import org.keyline.config.yaml.ImportResult;
import org.keyline.model.schema.Kinds;

/** Several processes import into one database: each file is in it whole, one after the other, or not at all. */
class ImportsAtOnceTest {
    private static final int PHONES = 150;
    private static final int ROUNDS = 4;

    @TempDir
    Path directory;

    @BeforeEach
    void begin() {
        try (var configuration = Configuration.open(directory)) {
            TestConfigurations.basics(configuration);
        }
    }

    /** Every phone and every line says whose file it is of. */
    private static String file(String whose) {
        var text = new StringBuilder("keyline: 1\nphones:\n");
        for (int i = 0; i < PHONES; i++) {
            text.append(String.format(
                    "  - {name: SEP%012X, model: 7962, description: %s, lines: [{line: \"%d\"}]}%n",
                    i, whose, 1000 + i));
        }
        text.append("lines:\n");
        for (int i = 0; i < PHONES; i++) {
            text.append("  - {number: \"")
                    .append(1000 + i)
                    .append("\", alertingName: ")
                    .append(whose)
                    .append("}\n");
        }
        return text.toString();
    }

    private static ImportResult imported(Configuration configuration, String whose) {
        return configuration.file().importText(file(whose), ImportMode.MERGE, Author.system(whose));
    }

    @Test
    void two_processes_at_once_leave_one_of_their_files_whole_and_nobody_ever_sees_half_of_one() throws Exception {
        var processes = new ArrayList<Process>();
        for (var whose : List.of("first", "second")) {
            processes.add(Importer.start(directory, whose));
        }
        try (var configuration = Configuration.open(directory)) {
            for (var process : processes) {
                assertThat(line(process)).isEqualTo("ready");
            }
            for (var process : processes) {
                process.outputWriter().write("go\n");
                process.outputWriter().flush();
            }
            do {
                assertThat(owner(configuration)).isIn("nobody", "first", "second");
            } while (processes.stream().anyMatch(Process::isAlive));
            for (var process : processes) {
                assertThat(process.waitFor()).isZero();
                assertThat(line(process)).isEqualTo("imported " + ROUNDS);
            }
            assertThat(owner(configuration)).isIn("first", "second");
        }
    }

    /** Whose file all phones and lines are of; nobody's, or what was seen instead. */
    private static String owner(Configuration configuration) {
        var all = configuration.store().listAll();
        var phones = all.getOrDefault(Kinds.PHONE, List.of());
        var lines = all.getOrDefault(Kinds.LINE, List.of());
        if (phones.isEmpty() && lines.isEmpty()) {
            return "nobody";
        }
        var names = Stream.concat(
                        phones.stream().map(phone -> phone.text("description")),
                        lines.stream().map(ImportsAtOnceTest::named))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toSet());
        return phones.size() == PHONES && lines.size() == PHONES && names.size() == 1
                ? names.iterator().next()
                : phones.size() + " phones and " + lines.size() + " lines of " + names;
    }

    private static String named(ConfigObject line) {
        return line.value("alertingName").map(_ -> line.text("alertingName")).orElse("");
    }

    private static String line(Process process) throws IOException {
        return String.valueOf(process.inputReader(StandardCharsets.UTF_8).readLine());
    }

    @Test
    void who_has_waited_long_enough_for_another_process_is_refused_and_can_try_again() throws Exception {
        try (var configuration = Configuration.open(directory)) {
            long before = configuration.store().revision();
            try (var other = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("keyline.db"));
                    var statement = other.createStatement()) {
                statement.execute("BEGIN IMMEDIATE");
                assertThatThrownBy(() -> imported(configuration, "third")).isInstanceOf(DatabaseBusy.class);
                statement.execute("ROLLBACK");
            }
            assertThat(configuration.store().revision()).isEqualTo(before);
            assertThat(configuration.store().list(Kinds.PHONE)).isEmpty();

            assertThat(imported(configuration, "third")).isInstanceOf(ImportResult.Imported.class);
            assertThat(owner(configuration)).isEqualTo("third");
        }
    }

    /** The process that imports its file again and again. */
    static final class Importer {
        private Importer() {}

        static Process start(Path data, String whose) throws IOException {
            return new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "--enable-native-access=ALL-UNNAMED",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Importer.class.getName(),
                            data.toString(),
                            whose)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        }

        public static void main(String[] arguments) throws IOException {
            var commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            int imported = 0;
            try (var configuration = Configuration.open(Path.of(arguments[0]))) {
                System.out.println("ready");
                commands.readLine();
                for (int i = 0; i < ROUNDS; i++) {
                    if (ImportsAtOnceTest.imported(configuration, arguments[1]) instanceof ImportResult.Imported) {
                        imported++;
                    }
                }
            }
            System.out.println("imported " + imported);
        }
    }
}
