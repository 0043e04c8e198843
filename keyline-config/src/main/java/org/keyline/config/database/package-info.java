/**
 * The database itself: opening SQLite or PostgreSQL, migrations, tables derived from the descriptions of configuration
 * objects, and transactions. One thread at a time writes; readers see one consistent state.
 */
@NullMarked
package org.keyline.config.database;

import org.jspecify.annotations.NullMarked;
