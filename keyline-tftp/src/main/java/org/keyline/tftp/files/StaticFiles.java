package org.keyline.tftp.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import org.keyline.tftp.ServedFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files that an administrator laid into a directory: firmware, locales, rings, background pictures. Nothing outside of
 * it is ever read: names with {@code ..}, links that lead out, hidden files and directories are not found.
 */
final class StaticFiles {
    private static final Logger log = LoggerFactory.getLogger(StaticFiles.class);
    private static final long LARGEST = 64L * 1024 * 1024;
    private static final long REMEMBERED = 256L * 1024 * 1024;

    private final Path root;
    private final BoundedCache<Version> cache = new BoundedCache<>(REMEMBERED);

    /** One version of a file: when it changes, it is another. */
    private record Version(Path file, long length, long modified) {}

    StaticFiles(Path root) {
        this.root = root;
    }

    /** The file of this name, if there is one. */
    Optional<ServedFile> find(String name) {
        try {
            return locate(name).flatMap(this::read);
        } catch (IOException unreadable) {
            log.atWarn().addKeyValue("file", name).setCause(unreadable).log("Static phone file cannot be read");
            return Optional.empty();
        }
    }

    private Optional<Path> locate(String name) throws IOException {
        if (isHidden(name) || !Files.isDirectory(root)) {
            return Optional.empty();
        }
        try {
            var asked = root.resolve(name).normalize();
            if (!asked.startsWith(root) || !Files.isRegularFile(asked)) {
                return Optional.empty();
            }
            var real = asked.toRealPath();
            return real.startsWith(root.toRealPath()) ? Optional.of(real) : Optional.empty();
        } catch (InvalidPathException noName) {
            return Optional.empty();
        }
    }

    private static boolean isHidden(String name) {
        return name.startsWith(".") || name.contains("/.");
    }

    private Optional<ServedFile> read(Path file) {
        try {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (attributes.size() > LARGEST) {
                log.atWarn().addKeyValue("file", file).log("Static phone file is too large to be served");
                return Optional.empty();
            }
            var version = new Version(
                    file, attributes.size(), attributes.lastModifiedTime().toMillis());
            return Optional.of(cache.get(version, () -> ServedFile.of(Files.readAllBytes(file))));
        } catch (IOException unreadable) {
            log.atWarn().addKeyValue("file", file).setCause(unreadable).log("Static phone file cannot be read");
            return Optional.empty();
        }
    }
}
