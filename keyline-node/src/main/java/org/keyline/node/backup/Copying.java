package org.keyline.node.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Writes files into a backup, one after the other, and makes sure that they are still those of the manifest. */
final class Copying {
    private final Path data;
    private final Path database;
    private final OutputStream out;
    private final Progress progress;
    private long done;

    Copying(Path data, Path database, OutputStream out, Progress progress) {
        this.data = data;
        this.database = database;
        this.out = out;
        this.progress = progress;
    }

    void all(Manifest manifest) throws IOException {
        var total = manifest.length();
        for (var file : manifest.files()) {
            copy(file, total);
        }
    }

    private void copy(SavedFile file, long total) throws IOException {
        var digesting = new Digesting(out);
        try (var in = Files.newInputStream(place(file))) {
            digesting.copy(in, file.length(), bytes -> {
                done += bytes;
                progress.at(done, total);
            });
            if (digesting.length() < file.length()
                    || in.read() >= 0
                    || !digesting.sha256().equals(file.sha256())) {
                throw new Contents.Changed(file.path());
            }
        } catch (NoSuchFileException gone) {
            throw new Contents.Changed(file.path());
        }
    }

    private Path place(SavedFile file) {
        return file.path().equals(NodeFiles.DATABASE) ? database : data.resolve(file.path());
    }
}
