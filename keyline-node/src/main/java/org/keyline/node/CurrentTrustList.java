package org.keyline.node;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.keyline.serviceability.posture.ObservedDevices;
import org.keyline.trust.trustlist.TrustListKind;

/** The SHA-256 of the CTL file that phones are given now; read again only when the file was replaced. */
final class CurrentTrustList implements Supplier<Optional<String>> {
    private final Path file;
    private @Nullable Known known;

    CurrentTrustList(NodeDirectory directory) {
        this.file = directory.files().resolve(TrustListKind.CTL.fileName());
    }

    private record Known(FileTime written, String sha256) {}

    @Override
    public synchronized Optional<String> get() {
        try {
            if (!Files.exists(file) || Files.size(file) == 0) {
                return Optional.empty();
            }
            var written = Files.getLastModifiedTime(file);
            var now = known;
            if (now == null || !now.written().equals(written)) {
                now = new Known(written, ObservedDevices.sha256(Files.readAllBytes(file)));
                known = now;
            }
            return Optional.of(now.sha256());
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
