package org.keyline.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import org.keyline.config.TestConfigurations.Place;
import org.keyline.config.TestConfigurations.Where;
import org.keyline.config.store.Author;
import org.keyline.config.store.Edit;
import org.keyline.config.yaml.ImportMode;
import org.keyline.config.yaml.ImportResult;
import org.keyline.model.schema.Kinds;

/** Whatever is in one database can be exported and imported into another, SQLite to PostgreSQL and back. */
class RoundTripTest {
    private static final Author SYSTEM = Author.system("test");

    private static final Path DIRECTORY = temporaryDirectory();
    private static final Configuration SQLITE =
            Place.fresh(Where.SQLITE, DIRECTORY).open();
    private static final Configuration POSTGRES =
            Place.fresh(Where.POSTGRESQL, DIRECTORY).open();

    private static Path temporaryDirectory() {
        try {
            return Files.createTempDirectory("keyline-round-trip");
        } catch (IOException cannotCreate) {
            throw new UncheckedIOException(cannotCreate);
        }
    }

    @AfterContainer
    static void close() throws IOException {
        SQLITE.close();
        POSTGRES.close();
        try (var files = Files.walk(DIRECTORY)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Property(tries = 60)
    void export_then_import_gives_the_same_database(@ForAll long seed) {
        SQLITE.legacyPhones().admit(true);
        POSTGRES.legacyPhones().admit(true);
        var random = new RandomObjects(seed);
        var edits = new ArrayList<>(random.everything());
        for (var kind : Kinds.many()) {
            for (var old : SQLITE.store().list(kind)) {
                if (!random.keys(kind).contains(old.key())) {
                    edits.add(new Edit.Remove(kind, old.key()));
                }
            }
        }
        SQLITE.store().apply(edits, SYSTEM).orThrow();

        var text = SQLITE.file().export(Locale.ENGLISH);
        var result = POSTGRES.file().importText(text, ImportMode.REPLACE, SYSTEM);

        assertThat(result).as(text).isInstanceOf(ImportResult.Imported.class);
        assertThat(POSTGRES.store().listAll()).isEqualTo(SQLITE.store().listAll());
        assertThat(POSTGRES.file().export(Locale.ENGLISH)).isEqualTo(text);
        assertThat(POSTGRES.snapshots().current().phones())
                .isEqualTo(SQLITE.snapshots().current().phones());
        var again = (ImportResult.Imported) SQLITE.file().importText(text, ImportMode.MERGE, SYSTEM);
        assertThat(again.saved().updated()).isZero();
    }
}
