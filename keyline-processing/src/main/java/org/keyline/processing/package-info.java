/** The actor shell: one actor per device and call running the core's machines, timers, the registration directory. */
@NullMarked
package org.keyline.processing;

import org.jspecify.annotations.NullMarked;
