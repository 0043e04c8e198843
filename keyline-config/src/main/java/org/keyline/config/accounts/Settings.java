package org.keyline.config.accounts;

import java.util.Optional;
import org.keyline.config.database.ConfigDatabase;

/** Texts kept by name that are no configuration objects, for example that the first start has been done. */
public final class Settings {
    private final ConfigDatabase database;

    public Settings(ConfigDatabase database) {
        this.database = database;
    }

    public Optional<String> get(String name) {
        return database.read(handle -> handle.createQuery("SELECT value FROM settings WHERE name = ?")
                .bind(0, name)
                .mapTo(String.class)
                .findOne());
    }

    public void put(String name, String value) {
        database.write(handle -> {
            handle.execute("DELETE FROM settings WHERE name = ?", name);
            return handle.execute("INSERT INTO settings (name, value) VALUES (?, ?)", name, value);
        });
    }

    /** Whether there was such a setting. */
    public boolean remove(String name) {
        return database.write(handle -> handle.execute("DELETE FROM settings WHERE name = ?", name)) > 0;
    }
}
