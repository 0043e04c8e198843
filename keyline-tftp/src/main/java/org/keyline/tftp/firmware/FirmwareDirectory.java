package org.keyline.tftp.firmware;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.keyline.tftp.firmware.FirmwareFile.Unfit;
import org.keyline.trust.storage.AtomicFile;
import org.keyline.trust.storage.AtomicFile.Access;

/**
 * The directory from which phones fetch their firmware.
 *
 * @param path the directory
 */
public record FirmwareDirectory(Path path) {
    /** More than any load has. */
    public static final int LARGEST = 32 * 1024 * 1024;

    /** Lays a file where phones find it, as a whole; one of that name is replaced. */
    public void add(FirmwareFile file) throws IOException {
        AtomicFile.write(path.resolve(file.name()), file.signed().encoded().bytes(), Access.PUBLIC);
    }

    /** A file and what is wrong with it. */
    public sealed interface Entry {
        /** Phones can check it. */
        record Fit(FirmwareFile file) implements Entry {}

        /** Phones refuse it. */
        record Broken(String name, Unfit why) implements Entry {}
    }

    /** Every firmware file, by name. */
    public List<Entry> list() throws IOException {
        var found = new ArrayList<Entry>();
        try (Stream<Path> files = Files.list(path)) {
            for (var file : files.filter(file -> Files.isRegularFile(file) && isFirmware(file.toString()))
                    .sorted()
                    .toList()) {
                found.add(entry(file));
            }
        }
        return found;
    }

    /** Whether a file of this name is firmware. */
    public static boolean isFirmware(String name) {
        return name.endsWith(".loads") || name.endsWith(".sbn");
    }

    private static Entry entry(Path file) throws IOException {
        var name = String.valueOf(file.getFileName());
        try {
            return new Entry.Fit(FirmwareFile.read(name, content(file)));
        } catch (Unfit broken) {
            return new Entry.Broken(name, broken);
        }
    }

    /** The bytes of a file, no more of them than are looked at. */
    public static byte[] content(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(LARGEST + 1);
        }
    }
}
