/**
 * Configuration objects in the database: reading them, and changing them in transactions that are validated against the
 * descriptions as a whole, logged and given a revision.
 */
@NullMarked
package org.keyline.config.store;

import org.jspecify.annotations.NullMarked;
