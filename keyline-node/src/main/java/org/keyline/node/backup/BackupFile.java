package org.keyline.node.backup;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.keyline.node.backup.BackupException.Reason;
import org.keyline.trust.sealed.UnsealingInput;
import org.keyline.trust.secret.Secret;

/** A backup that is read: its manifest first, then file after file, each compared with what the manifest says of it. */
public final class BackupFile implements AutoCloseable {
    private final DataInputStream in;
    private final Manifest manifest;

    private BackupFile(DataInputStream in, Manifest manifest) {
        this.in = in;
        this.manifest = manifest;
    }

    /**
     * Opens a backup and reads its manifest; takes about a second by intent.
     *
     * @throws org.keyline.trust.sealed.SealedFileException for a wrong passphrase, and for a file that was changed
     * @throws BackupException when it holds something else than a backup
     */
    public static BackupFile open(Path file, Secret passphrase) throws IOException {
        return of(new UnsealingInput(Files.newInputStream(file), passphrase));
    }

    /** A backup whose seal was taken away. */
    static BackupFile of(InputStream unsealed) throws IOException {
        var in = new DataInputStream(unsealed);
        try {
            return new BackupFile(in, ManifestText.parse(text(in)));
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    private static String text(DataInputStream in) throws IOException {
        try {
            int length = in.readInt();
            if (length < 0 || length > ManifestText.LONGEST) {
                throw new BackupException(Reason.MALFORMED, "a manifest of " + length + " bytes");
            }
            var bytes = in.readNBytes(length);
            if (bytes.length < length) {
                throw new EOFException();
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (EOFException tooShort) {
            throw new BackupException(Reason.MALFORMED, "less than a manifest");
        }
    }

    /** What it says of itself. */
    public Manifest manifest() {
        return manifest;
    }

    /** Takes the files as they come. */
    @FunctionalInterface
    interface Taker {
        /** Where the content of {@code file} goes; closed when all of it was found unchanged, or something was not. */
        OutputStream take(SavedFile file) throws IOException;
    }

    /** Reads every file to the end of the backup, compares it, and keeps nothing. */
    public void verify(Progress progress) throws IOException {
        readAll(_ -> OutputStream.nullOutputStream(), progress);
    }

    void readAll(Taker taker, Progress progress) throws IOException {
        var total = manifest.length();
        var done = new long[1];
        for (var file : manifest.files()) {
            try (var out = taker.take(file)) {
                var digesting = new Digesting(out);
                digesting.copy(in, file.length(), bytes -> {
                    done[0] += bytes;
                    progress.at(done[0], total);
                });
                if (digesting.length() < file.length() || !digesting.sha256().equals(file.sha256())) {
                    throw new BackupException(Reason.MALFORMED, file.path() + " is not as the manifest says");
                }
            }
        }
        if (in.read() >= 0) {
            throw new BackupException(Reason.MALFORMED, "more than the manifest says");
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
