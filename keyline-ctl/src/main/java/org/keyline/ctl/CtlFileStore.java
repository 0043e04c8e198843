package org.keyline.ctl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.keyline.trust.storage.AtomicFile;
import org.keyline.trust.tlv.MalformedFileException;
import org.keyline.trust.tlv.Octets;
import org.keyline.trust.trustlist.Role;
import org.keyline.trust.trustlist.TrustList;
import org.keyline.trust.trustlist.TrustListKind;
import org.keyline.trust.trustlist.TrustListReader;

/**
 * The CTL file on this server: {@code tftp/CTLFile.tlv} in its data directory, from where TFTP serves it.
 *
 * @param file the file
 */
public record CtlFileStore(Path file) {
    private static final long LONGEST = 128 * 1024;

    /** The place of the file in the data directory {@code data}. */
    public static CtlFileStore in(Path data) {
        return new CtlFileStore(data.resolve("tftp").resolve(TrustListKind.CTL.fileName()));
    }

    /** Reads the file and checks its signature. */
    public StoredCtl read() {
        try {
            if (Files.size(file) > LONGEST) {
                return new StoredCtl.Damaged(CtlMessage.CANNOT_PARSE, file + " is longer than " + LONGEST + " bytes");
            }
            return examine(Octets.of(Files.readAllBytes(file)), file.toString());
        } catch (NoSuchFileException e) {
            return new StoredCtl.None();
        } catch (IOException e) {
            return new StoredCtl.Damaged(CtlMessage.CANNOT_OPEN, file + ": " + e.getMessage());
        }
    }

    /**
     * Replaces the file as a whole.
     *
     * @throws IOException when the disk refuses; the old file is then still there, whole
     */
    public void write(TrustList list) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        AtomicFile.write(file, list.bytes(), AtomicFile.Access.PUBLIC);
    }

    /** What {@code content}, found at {@code file}, is worth. */
    public static StoredCtl examine(Octets content, String file) {
        try {
            return examine(TrustListReader.read(content.bytes()), file);
        } catch (MalformedFileException e) {
            return new StoredCtl.Damaged(CtlMessage.CANNOT_PARSE, file + ": " + e.getMessage());
        }
    }

    private static StoredCtl examine(TrustList list, String file) {
        if (!list.header().fileName().equals(TrustListKind.CTL.fileName())) {
            return new StoredCtl.Damaged(
                    CtlMessage.WRONG_CONTENT,
                    file + " says it is " + list.header().fileName());
        }
        if (list.with(Role.SAST).findAny().isEmpty()) {
            return new StoredCtl.Damaged(CtlMessage.NO_TOKENS, file + " names no token");
        }
        return switch (list.integrity()) {
            case TrustList.Integrity.Intact _ -> new StoredCtl.Sound(list);
            case TrustList.Integrity.Broken broken ->
                new StoredCtl.Damaged(CtlMessage.SIGNATURE_INVALID, file + ": " + broken.reason());
        };
    }
}
