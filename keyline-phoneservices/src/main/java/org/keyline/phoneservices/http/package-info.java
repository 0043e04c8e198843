/**
 * A small HTTP server for phones: one request a connection, GET only, everything bounded. What was asked behind the
 * question mark is never logged: phones send PINs there.
 */
@NullMarked
package org.keyline.phoneservices.http;

import org.jspecify.annotations.NullMarked;
