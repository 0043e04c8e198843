/** Registered devices: the directory of them, and the actor each one has. */
@NullMarked
package org.keyline.processing.device;

import org.jspecify.annotations.NullMarked;
