/** Between call control and a station: what a phone does, and what it is told, in call control's words. */
@NullMarked
package org.keyline.callcontrol.station;

import org.jspecify.annotations.NullMarked;
