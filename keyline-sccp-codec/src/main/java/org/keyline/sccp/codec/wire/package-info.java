/**
 * The wire types of SCCP: little-endian words, fixed and dynamic strings, addresses, and the protocol version and
 * character set two ends have agreed on.
 */
@NullMarked
package org.keyline.sccp.codec.wire;

import org.jspecify.annotations.NullMarked;
