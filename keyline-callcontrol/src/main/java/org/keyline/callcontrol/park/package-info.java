/** Where calls are parked: slots, and who is in which. */
@NullMarked
package org.keyline.callcontrol.park;

import org.jspecify.annotations.NullMarked;
