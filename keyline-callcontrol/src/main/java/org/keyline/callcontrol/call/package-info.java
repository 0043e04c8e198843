/**
 * The call machine: a pure function from state and signal to the next state and its effects. It knows no phone's
 * buttons (that is {@code device}) and no clock: timers are effects and their expiry is a signal.
 */
@NullMarked
package org.keyline.callcontrol.call;

import org.jspecify.annotations.NullMarked;
