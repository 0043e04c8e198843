/**
 * Busy lamps: which speed dials watch which lines, what the watched lines do, and the phones that are told. Only lines
 * that somebody watches cost anything, and the telling is no matter of calls: it has an actor of its own. The same way
 * pickup groups are told of calls that ring in them, where a group wants that.
 */
@NullMarked
package org.keyline.processing.presence;

import org.jspecify.annotations.NullMarked;
