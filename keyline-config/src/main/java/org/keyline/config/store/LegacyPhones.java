package org.keyline.config.store;

import org.jdbi.v3.core.Handle;
import org.keyline.config.database.ConfigDatabase;

/**
 * Whether this server admits phones of the old generations. It is how a server is started, not configuration; it is
 * kept beside the configuration so that whoever changes that, in a page, a file or a command, goes by the same rules.
 */
public final class LegacyPhones {
    private static final String NAME = "legacyPhones";

    private final ConfigDatabase database;

    public LegacyPhones(ConfigDatabase database) {
        this.database = database;
    }

    /** Whether the server admitted them when it started last; never before the first start. */
    public boolean areAdmitted() {
        return database.read(LegacyPhones::areAdmitted);
    }

    static boolean areAdmitted(Handle handle) {
        return handle.createQuery("SELECT value FROM settings WHERE name = ?")
                .bind(0, NAME)
                .mapTo(String.class)
                .findOne()
                .filter("true"::equals)
                .isPresent();
    }

    /** The server starts so. */
    public void admit(boolean admitted) {
        database.write(handle -> {
            handle.execute("DELETE FROM settings WHERE name = ?", NAME);
            return handle.execute("INSERT INTO settings (name, value) VALUES (?, ?)", NAME, Boolean.toString(admitted));
        });
    }
}
