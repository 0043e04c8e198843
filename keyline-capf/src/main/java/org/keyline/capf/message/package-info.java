/**
 * CAPF's messages: one record a message, one reader and one writer. Elements may come in any order, unknown ones are
 * skipped; what runs over its end is malformed.
 */
@NullMarked
package org.keyline.capf.message;

import org.jspecify.annotations.NullMarked;
