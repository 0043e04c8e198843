/** The database below the configuration. */
@NullMarked
package org.keyline.config.database;

import org.jspecify.annotations.NullMarked;
