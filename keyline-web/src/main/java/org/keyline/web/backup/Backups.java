package org.keyline.web.backup;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.keyline.trust.secret.Secret;

/** The backups of this node. Calls may block. */
public interface Backups {
    /**
     * A backup that lies on this node.
     *
     * @param name its file name
     * @param at when it was made
     * @param bytes its length
     */
    record Saved(String name, Instant at, long bytes) {}

    /**
     * How the last ones ended, wherever they were laid.
     *
     * @param made when the last one succeeded
     * @param file where it was laid
     * @param failed when one failed after that
     * @param reason why
     */
    record Last(Optional<Instant> made, String file, Optional<Instant> failed, String reason) {}

    /** How a wish for a backup was met. */
    enum Begun {
        /** It is being made. */
        RUNNING,
        /** One is being made already. */
        BUSY,
        /** The passphrase has too few characters, or the same few over and over. */
        UNFIT_PASSPHRASE
    }

    /** Those that lie on this node, the newest first. */
    List<Saved> saved() throws IOException;

    /** How the last ones ended. */
    Last last() throws IOException;

    /** How many percent of the one that is being made are done; empty when none is. */
    OptionalInt percent();

    /** Begins to make one and returns; {@code passphrase} stays the caller's. */
    Begun begin(Secret passphrase, boolean withFirmware);

    /** The content of one by its name, for the caller to close. */
    Optional<InputStream> read(String name) throws IOException;

    /** Deletes one by its name; whether there was one. */
    boolean delete(String name) throws IOException;
}
