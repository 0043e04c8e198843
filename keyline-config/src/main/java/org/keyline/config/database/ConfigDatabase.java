package org.keyline.config.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;

/**
 * The configuration database: SQLite in the node's directory, or PostgreSQL.
 *
 * <p>A write that returned is on the disk (WAL with synchronous FULL, or PostgreSQL's own). One thread writes at a
 * time; a write in another process waits its turn. Reads run beside it and see one consistent state.
 */
public final class ConfigDatabase implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(ConfigDatabase.class);
    private static final int READERS = 4;
    /** Any number; writers of all processes agree on it. */
    private static final long WRITER_LOCK = 0x4b65796c696e65L;

    private final Dialect dialect;
    private final DataSource plain;
    private final HikariDataSource readers;
    private final HikariDataSource writer;
    private final Jdbi reading;
    private final Jdbi writing;
    private final ReentrantLock writeLock = new ReentrantLock(true);
    private final List<Runnable> commitListeners = new CopyOnWriteArrayList<>();

    private ConfigDatabase(Dialect dialect, DataSource forReading, DataSource forWriting) {
        this.dialect = dialect;
        this.plain = forReading;
        Migrations.run(forWriting, dialect);
        this.readers = pool(forReading, READERS, "keyline-config-read");
        this.writer = pool(forWriting, 1, "keyline-config-write");
        this.reading = Jdbi.create(readers);
        this.writing = Jdbi.create(writer);
        write(handle -> {
            new DescribedTables(handle).create();
            return true;
        });
    }

    /** Opens the SQLite database in this directory, making it if it is not there. */
    public static ConfigDatabase open(Path directory) {
        var file = new DatabaseFile(directory);
        return new ConfigDatabase(
                Dialect.SQLITE,
                file.connections(SQLiteConfig.TransactionMode.DEFERRED),
                file.connections(SQLiteConfig.TransactionMode.IMMEDIATE));
    }

    /** Opens a PostgreSQL database by its JDBC address, {@code jdbc:postgresql://host:port/database}. */
    public static ConfigDatabase open(String jdbcUrl, String user, String password) {
        if (!jdbcUrl.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException("Not the address of a PostgreSQL database: " + jdbcUrl);
        }
        var source = new PGSimpleDataSource();
        source.setURL(jdbcUrl);
        source.setUser(user);
        source.setPassword(password);
        return new ConfigDatabase(Dialect.POSTGRESQL, source, source);
    }

    private static HikariDataSource pool(DataSource source, int size, String name) {
        var config = new HikariConfig();
        config.setDataSource(source);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(1);
        config.setPoolName(name);
        return new HikariDataSource(config);
    }

    /** The version of the newest migration this code knows. */
    public static int newestMigration() {
        return Integer.parseInt(Migrations.NEWEST);
    }

    public Dialect dialect() {
        return dialect;
    }

    /** Reads in one transaction: everything seen is of one state. */
    public <T> T read(Function<Handle, T> work) {
        return reading.inTransaction(dialect.consistentRead(), work::apply);
    }

    /**
     * Writes in one transaction; returns when it is on the disk. If {@code work} throws, nothing is changed;
     * {@link StorageTrouble} when the disk refuses, {@link DatabaseBusy} when another process writes for too long.
     */
    public <T> T write(Function<Handle, T> work) {
        T result;
        writeLock.lock();
        try {
            result = writing.inTransaction(handle -> {
                claimTurn(handle);
                return work.apply(handle);
            });
        } catch (JdbiException failure) {
            throw StorageTrouble.in(failure);
        } finally {
            writeLock.unlock();
        }
        commitListeners.forEach(ConfigDatabase::tell);
        return result;
    }

    /** What is committed stays committed, whatever a listener makes of it. */
    private static void tell(Runnable listener) {
        try {
            listener.run();
        } catch (RuntimeException broken) {
            log.atError().setCause(broken).log("A listener failed after a commit");
        }
    }

    private void claimTurn(Handle handle) {
        if (dialect == Dialect.POSTGRESQL) {
            handle.execute("SELECT pg_advisory_xact_lock(?)", WRITER_LOCK);
        }
    }

    /**
     * Writes what the database holds at this moment to a new file; readers and writers go on beside it.
     *
     * @param file must not be there yet, in a directory only its owner can enter
     * @throws UnsupportedOperationException for PostgreSQL, whose own tools do this
     */
    public void copyTo(Path file) {
        if (dialect != Dialect.SQLITE) {
            throw new UnsupportedOperationException("A PostgreSQL database is saved with pg_dump");
        }
        try (var connection = plain.getConnection();
                var statement = connection.prepareStatement("VACUUM INTO ?")) {
            statement.setString(1, file.toString());
            statement.execute();
        } catch (SQLException failure) {
            throw StorageTrouble.in(new IllegalStateException("The database cannot be copied to " + file, failure));
        }
    }

    /** Runs {@code listener} after each commit of this process, on the writing thread. */
    public void onCommit(Runnable listener) {
        commitListeners.add(listener);
    }

    /** A connection outside the pools, to be kept; the caller closes it. */
    public Connection connection() throws SQLException {
        return plain.getConnection();
    }

    @Override
    public void close() {
        readers.close();
        writer.close();
    }
}
