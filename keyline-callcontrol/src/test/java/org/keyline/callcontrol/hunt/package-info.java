/** Hunting, in tables and properties. */
@NullMarked
package org.keyline.callcontrol.hunt;

import org.jspecify.annotations.NullMarked;
