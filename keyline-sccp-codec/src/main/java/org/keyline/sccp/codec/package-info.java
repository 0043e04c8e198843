/**
 * SCCP on the wire: framing, and the way from a frame to one message record and back.
 *
 * <p>Four things live in four places: framing here, wire types in {@code wire}, code points in {@code field}, one
 * record a message in {@code message}. The codec knows no session, closes nothing and logs nothing.
 */
@NullMarked
package org.keyline.sccp.codec;

import org.jspecify.annotations.NullMarked;
