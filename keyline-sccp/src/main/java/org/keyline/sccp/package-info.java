/** SCCP sessions: registration, and the translation between messages and call-control signals. */
@NullMarked
package org.keyline.sccp;

import org.jspecify.annotations.NullMarked;
