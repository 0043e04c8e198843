package org.keyline.node.command;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.keyline.trust.secret.Secret;

/** Reads passwords: from a file that is the owner's alone, or from the terminal without showing them. */
final class Password {
    private static final Set<PosixFilePermission> OTHERS = Set.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    private Password() {}

    /** The password of {@code what}. */
    static Secret of(String what, Optional<Path> file) throws IOException {
        return file.isPresent() ? fromFile(file.get()) : ask(CommandTexts.text("token.password", what));
    }

    /** A new password for {@code what}, typed twice. */
    static Secret choose(String what, Optional<Path> file) throws IOException {
        if (file.isPresent()) {
            return fromFile(file.get());
        }
        var first = ask(CommandTexts.text("token.password", what));
        try (var second = ask(CommandTexts.text("token.again"))) {
            if (!first.matches(second)) {
                throw new IOException(CommandTexts.text("token.differ"));
            }
        }
        return first;
    }

    private static Secret fromFile(Path file) throws IOException {
        if (Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains)) {
            throw new IOException(CommandTexts.text("passwordfile.open", file, file));
        }
        try (var lines = Files.lines(file)) {
            return Secret.of(lines.findFirst().orElse(""));
        }
    }

    private static Secret ask(String prompt) throws IOException {
        var console = Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .orElseThrow(() -> new IOException(CommandTexts.text("token.noconsole")));
        var typed = console.readPassword("%s", prompt);
        try {
            return Secret.of(typed);
        } finally {
            Arrays.fill(typed, '\0');
        }
    }
}
