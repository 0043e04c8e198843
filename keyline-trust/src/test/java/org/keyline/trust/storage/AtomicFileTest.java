package org.keyline.trust.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyline.trust.workbench.JavaProcess;

class AtomicFileTest {
    @TempDir
    Path directory;

    @Test
    void a_disk_that_takes_no_more_leaves_the_old_content() throws Exception {
        var file = directory.resolve("list");
        AtomicFile.write(file, "old".getBytes(StandardCharsets.UTF_8), AtomicFile.Access.PUBLIC);

        var process = JavaProcess.start("ulimit -f 64", Filler.class, file);
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor(30, TimeUnit.SECONDS))
                .as("the writer has ended")
                .isTrue();
        assertThat(output).contains("refused");
        assertThat(file).hasContent("old");
        assertThat(directory).isDirectoryContaining(file::equals);
        try (var files = Files.list(directory)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void a_missing_directory_is_an_error() {
        assertThatThrownBy(
                        () -> AtomicFile.write(directory.resolve("no/file"), new byte[1], AtomicFile.Access.OWNER_ONLY))
                .isInstanceOf(IOException.class);
    }

    @Test
    void what_a_killed_process_left_is_swept_but_not_what_another_may_be_writing() throws Exception {
        var kept = aged(directory.resolve("kept.tmp"));
        var writing = Files.createFile(directory.resolve(".keyline-456.tmp"));
        aged(directory.resolve(".keyline-123.tmp"));

        AtomicFile.sweep(directory);

        try (var files = Files.list(directory)) {
            assertThat(files).containsExactlyInAnyOrder(kept, writing);
        }
    }

    private static Path aged(Path file) throws IOException {
        return Files.setLastModifiedTime(
                Files.createFile(file), FileTime.from(Instant.now().minus(Duration.ofHours(1))));
    }

    /** Writes more than its file size limit allows. */
    public static final class Filler {
        private Filler() {}

        /** The file is the only argument. */
        public static void main(String[] arguments) {
            try {
                AtomicFile.write(Path.of(arguments[0]), new byte[1 << 20], AtomicFile.Access.PUBLIC);
                System.out.println("written");
            } catch (IOException e) {
                System.out.println("refused: " + e.getMessage());
            }
        }
    }
}
