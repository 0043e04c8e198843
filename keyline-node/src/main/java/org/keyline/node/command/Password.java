package org.keyline.node.command;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
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

    private static final String PASSWORD = "--password-file";
    private static final String PASSPHRASE = "--passphrase-file";

    private Password() {}

    /** The password of {@code what}. */
    static Secret of(String what, Optional<Path> file) throws IOException {
        return file.isPresent() ? fromFile(file.get()) : ask(CommandTexts.text("token.password", what), PASSWORD);
    }

    /** The passphrase of a backup. */
    static Secret ofBackup(Path backup, Optional<Path> file) throws IOException {
        return file.isPresent()
                ? fromFile(file.get())
                : ask(CommandTexts.text("backup.passphrase", backup), PASSPHRASE);
    }

    /** A passphrase for a new backup, typed twice. */
    static Secret chooseForBackup(Optional<Path> file) throws IOException {
        return chooseTwice(
                CommandTexts.text("backup.newpassphrase"), CommandTexts.text("backup.again"), PASSPHRASE, file);
    }

    /** A new password for {@code what}, typed twice. */
    static Secret choose(String what, Optional<Path> file) throws IOException {
        return chooseTwice(CommandTexts.text("token.password", what), CommandTexts.text("token.again"), PASSWORD, file);
    }

    private static Secret chooseTwice(String prompt, String again, String option, Optional<Path> file)
            throws IOException {
        if (file.isPresent()) {
            return fromFile(file.get());
        }
        var first = ask(prompt, option);
        try (var second = ask(again, option)) {
            if (!first.matches(second)) {
                throw new IOException(CommandTexts.text("token.differ"));
            }
        }
        return first;
    }

    /** The first line of a file; nothing of it stays in memory but the secret. */
    private static Secret fromFile(Path file) throws IOException {
        if (Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains)) {
            throw new IOException(CommandTexts.text("passwordfile.open", file, file));
        }
        var bytes = Files.readAllBytes(file);
        var text = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(bytes));
        try {
            return firstLine(text);
        } finally {
            Arrays.fill(bytes, (byte) 0);
            Arrays.fill(text.array(), '\0');
        }
    }

    private static Secret firstLine(CharBuffer text) {
        var end = 0;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        var line = Arrays.copyOf(text.array(), end);
        try {
            return Secret.of(line);
        } finally {
            Arrays.fill(line, '\0');
        }
    }

    /** Prints a line that ends with a password, past the buffers of {@link System#out}, which would keep it. */
    static void print(String before, Secret password) throws IOException {
        System.out.print(before);
        System.out.flush();
        var shown = password.utf8();
        try {
            // Not closed: it is the standard output of the process.
            var out = new FileOutputStream(FileDescriptor.out);
            out.write(shown);
            out.write('\n');
        } finally {
            Arrays.fill(shown, (byte) 0);
        }
    }

    private static Secret ask(String prompt, String option) throws IOException {
        var console = Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .orElseThrow(() -> new IOException(CommandTexts.text("token.noconsole", option)));
        var typed = console.readPassword("%s", prompt);
        try {
            return Secret.of(typed);
        } finally {
            Arrays.fill(typed, '\0');
        }
    }
}
