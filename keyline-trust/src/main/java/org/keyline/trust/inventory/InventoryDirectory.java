package org.keyline.trust.inventory;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import org.keyline.trust.storage.AtomicFile;

/**
 * Where an inventory lies.
 *
 * @param path the directory, its owner's alone
 */
record InventoryDirectory(Path path) {
    TrustStore store(TrustPurpose purpose) {
        return new TrustStore(path.resolve(purpose.operatorName()));
    }

    /** Keeps other processes from changing anything until it is closed. Waits for one that does. */
    FileChannel lock() throws IOException {
        AtomicFile.createOwnerOnlyDirectory(path);
        var channel = FileChannel.open(
                path.resolve("change.lock"),
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            var _ = channel.lock();
            return channel;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** Lets whoever watches the directory know that a change, perhaps in a store beneath it, is complete. */
    void markChanged() throws IOException {
        AtomicFile.write(path.resolve("changed"), new byte[0], AtomicFile.Access.OWNER_ONLY);
    }

    /** What {@code set web-security} said last. */
    Optional<WebSecurity> webSecurity() throws IOException {
        var file = path.resolve("web-security");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var words = Files.readString(file).split("\n", -1);
        return words.length < 5
                ? Optional.empty()
                : Optional.of(new WebSecurity(words[0], words[1], words[2], words[3], words[4]));
    }

    void keep(WebSecurity words) throws IOException {
        var text =
                String.join("\n", words.unit(), words.organisation(), words.locality(), words.state(), words.country());
        AtomicFile.write(
                path.resolve("web-security"), text.getBytes(StandardCharsets.UTF_8), AtomicFile.Access.OWNER_ONLY);
    }
}
