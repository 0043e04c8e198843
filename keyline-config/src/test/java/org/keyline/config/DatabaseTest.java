package org.keyline.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keyline.config.TestConfigurations.ADMIN;
import static org.keyline.config.TestConfigurations.addPhone;
import static org.keyline.config.TestConfigurations.line;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.keyline.config.TestConfigurations.Place;
import org.keyline.config.TestConfigurations.Where;
import org.keyline.config.store.Change;
import org.keyline.model.schema.Kinds;
import org.keyline.model.schema.Value;

@ParameterizedClass
@EnumSource(Where.class)
class DatabaseTest {
    private static final String SEP = "SEP001122334455";

    private final Where where;
    private Place place;

    DatabaseTest(Where where) {
        this.where = where;
    }

    @BeforeEach
    void choose(@TempDir Path directory) {
        place = Place.fresh(where, directory);
    }

    @Test
    void a_described_field_the_database_lacks_is_added_and_reads_as_its_default() throws Exception {
        try (var configuration = place.open()) {
            TestConfigurations.basics(configuration);
            addPhone(configuration, SEP, "2001");
        }
        sql("ALTER TABLE phones DROP COLUMN web_access");
        sql("ALTER TABLE phones_lines DROP COLUMN max_calls");
        sql("DROP TABLE phones_speed_dials");

        try (var configuration = place.open()) {
            var phone = configuration.store().find(Kinds.PHONE, SEP).orElseThrow();
            assertThat(phone.text("webAccess")).isEqualTo("ENABLED");
            assertThat(phone.rows("lines").getFirst().values().get("maxCalls")).isEqualTo(Value.of(4));
            assertThat(phone.rows("speedDials")).isEmpty();
        }
    }

    @Test
    void a_stored_value_that_is_no_longer_described_reads_as_the_default() throws Exception {
        try (var configuration = place.open()) {
            TestConfigurations.basics(configuration);
            addPhone(configuration, SEP, "2001");
        }
        sql("UPDATE phones SET web_access = 'SOMETIMES'");
        sql("INSERT INTO parameters (kind, name, value) VALUES ('callmanager', 't302', 'long')");

        try (var configuration = place.open()) {
            assertThat(configuration
                            .store()
                            .find(Kinds.PHONE, SEP)
                            .orElseThrow()
                            .text("webAccess"))
                    .isEqualTo("ENABLED");
            assertThat(configuration.snapshots().current().parameters().integer("callmanager.t302"))
                    .isEqualTo(15_000);
        }
    }

    @Test
    void two_processes_that_write_at_once_take_turns() throws Exception {
        try (var first = place.open();
                var second = place.open();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            TestConfigurations.basics(first);
            var writers = new ArrayList<Callable<Boolean>>();
            for (int i = 0; i < 4; i++) {
                var configuration = i % 2 == 0 ? first : second;
                int from = 1_000 * (i + 1);
                writers.add(() -> {
                    for (int n = 0; n < 15; n++) {
                        configuration
                                .store()
                                .create(Kinds.LINE, line(Integer.toString(from + n)), ADMIN)
                                .orThrow();
                    }
                    return true;
                });
            }
            for (var written : threads.invokeAll(writers)) {
                assertThat(written.get()).isTrue();
            }

            assertThat(second.store().list(Kinds.LINE)).hasSize(60);
            var revisions = first.store().changesSince(1, 1_000).stream()
                    .map(Change::revision)
                    .toList();
            assertThat(revisions).hasSize(60).doesNotHaveDuplicates().isSorted();
        }
    }

    private void sql(String statement) throws SQLException {
        var url = where == Where.SQLITE ? "jdbc:sqlite:" + place.directory().resolve("keyline.db") : place.url();
        try (var connection = DriverManager.getConnection(url, "keyline", "");
                var executed = connection.createStatement()) {
            executed.execute(statement);
        }
    }
}
