/**
 * SCCP on its two ports: sessions, registration, and the translation between messages and call-control signals.
 *
 * <p>A message comes in on the event loop of its connection, is turned into one signal and handed to call processing.
 * Commands come back on any thread, hop to that event loop once, become messages in the order phones expect, and leave
 * in one buffer. No thread ever waits here and nothing is locked.
 */
@NullMarked
package org.keyline.sccp;

import org.jspecify.annotations.NullMarked;
