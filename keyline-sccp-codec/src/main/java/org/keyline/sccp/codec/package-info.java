/** SCCP on the wire: one record a message, one table of ids. */
@NullMarked
package org.keyline.sccp.codec;

import org.jspecify.annotations.NullMarked;
