/** Calls in progress: the actor each one has, and its timers. */
@NullMarked
package org.keyline.processing.call;

import org.jspecify.annotations.NullMarked;
