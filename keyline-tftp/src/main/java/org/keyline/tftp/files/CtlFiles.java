package org.keyline.tftp.files;

import java.nio.file.Path;
import java.util.Optional;
import org.keyline.tftp.ServedFile;
import org.keyline.trust.trustlist.TrustListKind;

/**
 * The CTL file that the CTL client left in the phones' directory, signed by a security token. It is served in either
 * cluster mode: the list of a cluster that went back to non-secure mode must reach the phones too.
 */
record CtlFiles(StaticFiles directory) {
    CtlFiles(Path directory) {
        this(new StaticFiles(directory));
    }

    /** The list, the same for every phone. An empty file is none. */
    Optional<ServedFile> find() {
        return directory.find(TrustListKind.CTL.fileName()).filter(file -> file.length() > 0);
    }
}
