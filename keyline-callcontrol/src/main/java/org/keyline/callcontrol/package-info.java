/** Digit analysis, registration, calls, media keys and security classification: a functional core. */
@NullMarked
package org.keyline.callcontrol;

import org.jspecify.annotations.NullMarked;
