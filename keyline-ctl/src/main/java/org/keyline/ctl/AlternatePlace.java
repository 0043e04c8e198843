package org.keyline.ctl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Optional;
import org.keyline.trust.trustlist.Role;
import org.keyline.trust.trustlist.TrustList;
import org.keyline.trust.trustlist.TrustListRecord;

/**
 * A further directory for the CTL file, that of an alternate TFTP server perhaps (CTL3-09). It serves one cluster: the
 * file of another one is left alone (OV-20).
 *
 * @param directory the directory
 * @param store the file there
 */
record AlternatePlace(Path directory, CtlFileStore store) {
    /** The directory, for the file of the server that has {@code own}. */
    static AlternatePlace of(Path directory, CtlFileStore own) {
        return new AlternatePlace(directory, own.elsewhere(directory));
    }

    /**
     * Stores the file here.
     *
     * @throws ProviderException with {@link CtlMessage#ALTERNATE_TAKEN} when another cluster's file lies here
     */
    void write(TrustList list) throws IOException, ProviderException {
        if (!Files.isDirectory(directory)) {
            throw new NotDirectoryException(directory + "/");
        }
        if (isOfAnother(list)) {
            throw new ProviderException(CtlMessage.ALTERNATE_TAKEN, directory + "/");
        }
        store.write(list);
    }

    /** Deletes the file here, unless it is another cluster's than {@code own}; whether one is gone. */
    boolean delete(Optional<TrustList> own) throws IOException {
        return own.filter(this::isOfAnother).isEmpty() && Files.deleteIfExists(store.file());
    }

    /** Clusters have tokens of their own; two files of one cluster name at least one in common. Damage is nobody's. */
    private boolean isOfAnother(TrustList own) {
        return store.read() instanceof StoredCtl.Sound(var there)
                && there.with(Role.SAST).noneMatch(token -> own.with(Role.SAST).anyMatch(ours -> isSame(ours, token)));
    }

    private static boolean isSame(TrustListRecord one, TrustListRecord other) {
        return one.issuerName().equals(other.issuerName()) && one.serial().equals(other.serial());
    }
}
