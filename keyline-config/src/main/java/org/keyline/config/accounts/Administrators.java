package org.keyline.config.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.keyline.config.database.ConfigDatabase;

/** The administrators' accounts. Passwords come here as hashes, made and checked elsewhere. */
public final class Administrators {
    private static final Pattern ACCOUNT = Pattern.compile("[A-Za-z0-9._@-]{1,64}");
    private static final String COLUMNS =
            "SELECT account, password_hash, role, created_at, last_sign_in FROM administrators";

    private final ConfigDatabase database;
    private final Clock clock;

    public Administrators(ConfigDatabase database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * An account.
     *
     * @param name letters, digits and {@code . _ @ -}, up to 64
     * @param passwordHash the hash in the form of the hashing algorithm; a secret
     * @param role what the account may do
     * @param created when it was made
     * @param lastSignIn when it was last used
     */
    public record Account(
            String name, String passwordHash, String role, Instant created, Optional<Instant> lastSignIn) {
        /** Masks the hash. */
        @Override
        public String toString() {
            return "Account[" + name + ", " + role + "]";
        }
    }

    /** Whether an account may have this name. */
    public static boolean isValidName(String name) {
        return ACCOUNT.matcher(name).matches();
    }

    public Optional<Account> find(String name) {
        return database.read(handle -> handle.createQuery(COLUMNS + " WHERE account = ?")
                .bind(0, name)
                .map((row, _) -> account(row))
                .findOne());
    }

    /** Every account, sorted by name. */
    public List<Account> list() {
        return database.read(handle -> handle.createQuery(COLUMNS + " ORDER BY account")
                .map((row, _) -> account(row))
                .list());
    }

    /** Adds an account; false if there is one of this name already. */
    public boolean create(String name, String passwordHash, String role) {
        if (!isValidName(name)) {
            throw new IllegalArgumentException("Not the name of an account: " + name);
        }
        return database.write(handle -> {
            boolean taken = handle.createQuery("SELECT 1 FROM administrators WHERE account = ?")
                    .bind(0, name)
                    .mapTo(Integer.class)
                    .findOne()
                    .isPresent();
            if (!taken) {
                handle.execute(
                        "INSERT INTO administrators (account, password_hash, role, created_at) VALUES (?, ?, ?, ?)",
                        name,
                        passwordHash,
                        role,
                        clock.millis());
            }
            return !taken;
        });
    }

    /** Sets another password; false if there is no such account. */
    public boolean setPasswordHash(String name, String passwordHash) {
        return changed("UPDATE administrators SET password_hash = ? WHERE account = ?", passwordHash, name);
    }

    /** Notes that the account was used now; false if there is no such account. */
    public boolean signedIn(String name) {
        return changed("UPDATE administrators SET last_sign_in = ? WHERE account = ?", clock.millis(), name);
    }

    /** Removes an account; false if there was none. */
    public boolean remove(String name) {
        return changed("DELETE FROM administrators WHERE account = ?", name);
    }

    private boolean changed(String sql, Object... arguments) {
        return database.write(handle -> handle.execute(sql, arguments)) > 0;
    }

    private static Account account(ResultSet row) throws SQLException {
        long lastSignIn = row.getLong(5);
        boolean never = row.wasNull();
        return new Account(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                Instant.ofEpochMilli(row.getLong(4)).truncatedTo(ChronoUnit.MILLIS),
                never ? Optional.empty() : Optional.of(Instant.ofEpochMilli(lastSignIn)));
    }
}
