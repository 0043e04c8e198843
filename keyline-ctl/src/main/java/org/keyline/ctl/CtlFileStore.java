package org.keyline.ctl;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
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
 * @param capf where the certificate of the cluster's CAPF lies on the same server
 * @param history who changed the file and when
 */
public record CtlFileStore(Path file, CapfTrustStore capf, CtlHistory history) {
    private static final int LONGEST = 128 * 1024;

    /** The places in the data directory {@code data}. */
    public static CtlFileStore in(Path data) {
        return new CtlFileStore(
                data.resolve("tftp").resolve(TrustListKind.CTL.fileName()),
                CapfTrustStore.in(data),
                new CtlHistory(data.resolve("ctl-changes")));
    }

    /** The same server's file in another directory. */
    CtlFileStore elsewhere(Path directory) {
        return new CtlFileStore(directory.resolve(TrustListKind.CTL.fileName()), capf, history);
    }

    /**
     * The file as it is; empty when there is none.
     *
     * @throws ProviderException when it cannot be opened, cannot be read, or is longer than any CTL file
     */
    public Optional<Octets> content() throws ProviderException {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        try (var channel = Files.newByteChannel(file)) {
            return Optional.of(read(Channels.newInputStream(channel)));
        } catch (IOException e) {
            throw new ProviderException(CtlMessage.CANNOT_OPEN, file + ": " + e.getMessage(), e);
        }
    }

    private Octets read(InputStream opened) throws ProviderException {
        byte[] bytes;
        try {
            bytes = opened.readNBytes(LONGEST + 1);
        } catch (IOException e) {
            throw new ProviderException(CtlMessage.CANNOT_READ, file + ": " + e.getMessage(), e);
        }
        if (bytes.length > LONGEST) {
            throw new ProviderException(CtlMessage.CANNOT_PARSE, file + " is longer than " + LONGEST + " bytes");
        }
        return Octets.of(bytes);
    }

    /** Reads the file and checks its signature. */
    public StoredCtl read() {
        try {
            return content().map(bytes -> examine(bytes, file.toString())).orElseGet(StoredCtl.None::new);
        } catch (ProviderException e) {
            return new StoredCtl.Damaged(e.reason(), e.detail());
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
