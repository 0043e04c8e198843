/**
 * One record a message, grouped by direction and subject; {@code SccpMessages} is the one table where a number meets
 * its record.
 *
 * <p>Reader and writer of a message stand together in wire order. Version differences live inside them: a field that a
 * version does not carry is not written, and reads as zero.
 */
@NullMarked
package org.keyline.sccp.codec.message;

import org.jspecify.annotations.NullMarked;
