package org.keyline.node.record;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import org.keyline.trust.storage.AtomicFile;

/**
 * A file of records that is being written, beside its name until it is whole. A line that the disk took only in part is
 * taken back, so that the next try begins where the last whole line ends.
 */
final class RecordFile implements AutoCloseable {
    /** What the name of a file ends with while it is being written. */
    static final String UNFINISHED = ".part";

    private final Path path;
    private final FileChannel channel;

    private RecordFile(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /** Begins a file with its header. */
    static RecordFile begin(Path path, List<Column> columns) throws IOException {
        var unfinished = path.resolveSibling(path.getFileName() + UNFINISHED);
        var channel = FileChannel.open(
                unfinished,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        var file = new RecordFile(path, channel);
        try {
            file.append(Column.head(columns));
        } catch (IOException full) {
            channel.close();
            Files.deleteIfExists(unfinished);
            throw full;
        }
        return file;
    }

    /** Adds lines, all or none. */
    void append(String lines) throws IOException {
        var end = channel.position();
        try {
            var bytes = ByteBuffer.wrap(lines.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException full) {
            channel.truncate(end).position(end);
            throw full;
        }
    }

    /** It is whole: gets its name. */
    @Override
    public void close() throws IOException {
        try (channel) {
            channel.force(true);
        }
        finish(path.resolveSibling(path.getFileName() + UNFINISHED), path);
    }

    /** Gives a file its name that a killed node left unfinished; a line written in part is taken away. */
    static void recover(Path unfinished) throws IOException {
        var bytes = Files.readAllBytes(unfinished);
        var whole = bytes.length;
        while (whole > 0 && bytes[whole - 1] != '\n') {
            whole--;
        }
        try (var channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
            channel.truncate(whole);
        }
        var name = unfinished.getFileName().toString();
        finish(unfinished, unfinished.resolveSibling(name.substring(0, name.length() - UNFINISHED.length())));
    }

    private static void finish(Path unfinished, Path path) throws IOException {
        Files.move(unfinished, path);
        AtomicFile.force(path.resolveSibling("."));
    }
}
