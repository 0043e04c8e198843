package org.keyline.config.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class MigrationsTest {
    @Test
    void the_newest_script_is_the_one_a_start_looks_for() throws Exception {
        var folder = Objects.requireNonNull(Migrations.class.getResource("migrations"));
        try (var scripts = Files.list(Path.of(folder.toURI()))) {
            var newest = scripts.map(script -> script.getFileName().toString())
                    .map(name -> Integer.parseInt(name.substring(1, name.indexOf("__"))))
                    .max(Integer::compare);
            assertThat(newest).contains(Integer.parseInt(Migrations.NEWEST));
        }
    }
}
