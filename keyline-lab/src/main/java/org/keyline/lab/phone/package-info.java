/** A station: boot sequence, configuration, SCCP session, and the state a person would see and hear. */
@NullMarked
package org.keyline.lab.phone;

import org.jspecify.annotations.NullMarked;
