/**
 * Hunting: who of a hunt pilot's line groups is offered a call next. Functions of their arguments; who rings, for how
 * long, and who is busy is known elsewhere.
 */
@NullMarked
package org.keyline.callcontrol.hunt;

import org.jspecify.annotations.NullMarked;
