package org.keyline.config.accounts;

import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.keyline.config.database.ConfigDatabase;

/** Texts kept by name that are no configuration objects, for example that the first start has been done. */
public final class Settings {
    private final ConfigDatabase database;

    public Settings(ConfigDatabase database) {
        this.database = database;
    }

    /** A text and its name. */
    public record Setting(String name, String value) {}

    public Optional<String> get(String name) {
        return database.read(handle -> handle.createQuery("SELECT value FROM settings WHERE name = ?")
                .bind(0, name)
                .mapTo(String.class)
                .findOne());
    }

    public void put(String name, String value) {
        database.write(handle -> put(handle, new Setting(name, value)));
    }

    /** Puts a setting in a transaction of the caller. */
    public static int put(Handle handle, Setting setting) {
        handle.execute("DELETE FROM settings WHERE name = ?", setting.name());
        return handle.execute("INSERT INTO settings (name, value) VALUES (?, ?)", setting.name(), setting.value());
    }

    /** Whether there was such a setting. */
    public boolean remove(String name) {
        return database.write(handle -> handle.execute("DELETE FROM settings WHERE name = ?", name)) > 0;
    }
}
