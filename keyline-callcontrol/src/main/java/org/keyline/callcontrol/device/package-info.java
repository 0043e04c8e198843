/**
 * The device machine: which line and call a key press means, what the phone is shown, and what its calls are told. A
 * pure function; its effects are commands to the phone and signals to its calls.
 */
@NullMarked
package org.keyline.callcontrol.device;

import org.jspecify.annotations.NullMarked;
