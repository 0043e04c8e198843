package org.keyline.node.backup;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** Directories with all they hold. */
final class Trees {
    private Trees() {}

    /** A disk that refuses says so without a name: the same with the place. Other trouble as it is. */
    static IOException named(Path place, IOException trouble) {
        if (!trouble.getClass().equals(IOException.class)) {
            return trouble;
        }
        var named = new FileSystemException(place.toString(), null, trouble.getMessage());
        named.initCause(trouble);
        return named;
    }

    /** Deletes a directory, or a file; nothing where nothing is. Links are deleted, not followed. */
    static void delete(@Nullable Path tree) throws IOException {
        if (tree == null || !Files.exists(tree, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(tree, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException trouble)
                    throws IOException {
                if (trouble != null) {
                    throw trouble;
                }
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
