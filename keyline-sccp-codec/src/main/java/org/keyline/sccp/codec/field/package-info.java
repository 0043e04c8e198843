/**
 * The code points of SCCP: closed sets are enums with their number, open sets are values that keep a number nobody has
 * named yet; and the few structures that more than one message carries, such as the SRTP key block.
 */
@NullMarked
package org.keyline.sccp.codec.field;

import org.jspecify.annotations.NullMarked;
