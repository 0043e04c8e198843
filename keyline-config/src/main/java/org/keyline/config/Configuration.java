package org.keyline.config;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import org.keyline.config.accounts.Administrators;
import org.keyline.config.accounts.Settings;
import org.keyline.config.certificates.CapfOutcomes;
import org.keyline.config.certificates.PhoneCertificates;
import org.keyline.config.database.ConfigDatabase;
import org.keyline.config.snapshot.DatabaseSnapshots;
import org.keyline.config.snapshot.SnapshotSource;
import org.keyline.config.store.ConfigStore;
import org.keyline.config.store.LegacyPhones;
import org.keyline.config.yaml.ConfigFile;

/** All of the configuration of one node: open it, and get its parts here. */
public final class Configuration implements AutoCloseable {
    private final ConfigDatabase database;
    private final ConfigStore store;
    private final DatabaseSnapshots snapshots;
    private final Clock clock;

    private Configuration(ConfigDatabase database, Clock clock) {
        this.database = database;
        this.clock = clock;
        this.store = new ConfigStore(database, clock);
        this.snapshots = new DatabaseSnapshots(database);
    }

    /** Opens the SQLite database in this directory, making it if it is not there. */
    public static Configuration open(Path directory) {
        return open(directory, Clock.system(ZoneId.systemDefault()));
    }

    /** Opens the SQLite database in this directory with a clock of the caller. */
    public static Configuration open(Path directory, Clock clock) {
        return new Configuration(ConfigDatabase.open(directory), clock);
    }

    /** Opens a PostgreSQL database. */
    public static Configuration open(String jdbcUrl, String user, String password, Clock clock) {
        return new Configuration(ConfigDatabase.open(jdbcUrl, user, password), clock);
    }

    /** The version of the database this code makes and upgrades older ones to. */
    public static int databaseVersion() {
        return ConfigDatabase.newestMigration();
    }

    /** The configuration objects. */
    public ConfigStore store() {
        return store;
    }

    /** Snapshots for services. */
    public SnapshotSource snapshots() {
        return snapshots;
    }

    /** The certificates phones have. */
    public PhoneCertificates phoneCertificates() {
        return new PhoneCertificates(database, clock);
    }

    /** The outcomes of certificate operations. */
    public CapfOutcomes capfOutcomes() {
        return new CapfOutcomes(store, phoneCertificates());
    }

    /** The administrators' accounts. */
    public Administrators administrators() {
        return new Administrators(database, clock);
    }

    /** Small settings that are no configuration objects. */
    public Settings settings() {
        return new Settings(database);
    }

    /** Whether this server admits phones of the old generations. */
    public LegacyPhones legacyPhones() {
        return new LegacyPhones(database);
    }

    /** Import and export as one YAML file. */
    public ConfigFile file() {
        return new ConfigFile(store);
    }

    /** Writes the whole configuration as it is now to a new database file, while everybody goes on. */
    public void copyTo(Path file) {
        database.copyTo(file);
    }

    @Override
    public void close() {
        snapshots.close();
        database.close();
    }
}
