package org.keyline.config;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.keyline.config.setup.FreshDatabase;
import org.keyline.config.store.Author;
import org.keyline.model.schema.Kinds;
import org.keyline.model.schema.Value;

/** Configurations for tests, on either database, at a known time. */
final class TestConfigurations {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-07-15T12:30:00Z"), ZoneOffset.UTC);
    static final Author ADMIN = Author.administrator("admin");

    private TestConfigurations() {}

    /** Where a test's database is; opening it twice opens the same database. */
    enum Where {
        SQLITE,
        POSTGRESQL
    }

    /** A database that can be opened again. */
    record Place(Where where, Path directory, String url) {
        static Place fresh(Where where, Path directory) {
            return new Place(where, directory, where == Where.POSTGRESQL ? PostgresServer.newDatabase() : "");
        }

        Configuration open() {
            return where == Where.SQLITE
                    ? Configuration.open(directory, CLOCK)
                    : Configuration.open(url, "keyline", "", CLOCK);
        }
    }

    /** A node cm1 at 10.0.0.1 and everything called Default. */
    static void basics(Configuration configuration) {
        FreshDatabase.ensure(configuration.store(), "cm1", "10.0.0.1", 2000);
    }

    static Map<String, Value> line(String number) {
        return Map.of("number", Value.of(number));
    }

    /** A 7962 with one line. */
    static Map<String, Value> phone(String name, String line) {
        return Map.of(
                "name", Value.of(name),
                "model", Value.of("7962"),
                "lines", new Value.Rows(List.of(new Value.Row(Map.of("line", Value.of(line))))));
    }

    /** A phone of the store with one line, both added. */
    static void addPhone(Configuration configuration, String name, String number) {
        configuration.store().create(Kinds.LINE, line(number), ADMIN).orThrow();
        configuration.store().create(Kinds.PHONE, phone(name, number), ADMIN).orThrow();
    }
}
