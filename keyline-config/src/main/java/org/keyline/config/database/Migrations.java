package org.keyline.config.database;

import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * The migrations of the tables that are not derived from descriptions. Flyway is asked only when the newest has not
 * been made yet, which spares a start that finds everything in order a good part of its time.
 */
final class Migrations {
    /** The version of the newest script in {@code migrations}. */
    static final String NEWEST = "1";

    private static final String LATEST_MADE =
            "SELECT version FROM flyway_schema_history WHERE version IS NOT NULL AND success ORDER BY installed_rank DESC LIMIT 1";

    private Migrations() {}

    static void run(DataSource source, Dialect dialect) {
        if (!isUpToDate(source)) {
            Flyway.configure(Migrations.class.getClassLoader())
                    .dataSource(source)
                    .locations("classpath:org/keyline/config/database/migrations")
                    .placeholders(Map.of("bytes", dialect.bytes()))
                    .load()
                    .migrate();
        }
    }

    private static boolean isUpToDate(DataSource source) {
        try (var connection = source.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(LATEST_MADE)) {
            return row.next() && NEWEST.equals(row.getString(1));
        } catch (SQLException noHistoryYet) {
            return false;
        }
    }
}
