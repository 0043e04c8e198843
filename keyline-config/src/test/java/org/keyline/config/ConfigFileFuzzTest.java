package org.keyline.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import org.keyline.config.store.Author;
import org.keyline.config.yaml.ImportMode;
import org.keyline.config.yaml.ImportResult;

/** Whatever bytes an imported file holds, it is imported whole or refused with nothing changed. */
class ConfigFileFuzzTest {
    private static final Author SYSTEM = Author.system("fuzzer");
    private static final Configuration CONFIGURATION = open();

    private static Configuration open() {
        try {
            var directory = Files.createTempDirectory("keyline-fuzz");
            directory.toFile().deleteOnExit();
            var configuration = Configuration.open(directory, TestConfigurations.CLOCK);
            try (var files = Files.list(directory)) {
                files.forEach(file -> file.toFile().deleteOnExit());
            }
            return configuration;
        } catch (IOException cannotCreate) {
            throw new IllegalStateException(cannotCreate);
        }
    }

    @FuzzTest
    void any_file_is_imported_whole_or_refused_whole(byte[] file) throws IOException {
        long before = CONFIGURATION.store().revision();

        var result = CONFIGURATION.file().importFrom(new ByteArrayInputStream(file), ImportMode.REPLACE, SYSTEM);

        switch (result) {
            case ImportResult.Imported(var saved) ->
                assertThat(saved.revision()).isGreaterThanOrEqualTo(before);
            case ImportResult.Rejected(var problems) -> {
                assertThat(problems).isNotEmpty();
                assertThat(CONFIGURATION.store().revision()).isEqualTo(before);
            }
        }
    }
}
