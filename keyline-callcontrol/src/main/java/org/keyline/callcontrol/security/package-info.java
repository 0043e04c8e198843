/** How secure a call is and which keys it gets: the rules alone, apart from the machine that applies them. */
@NullMarked
package org.keyline.callcontrol.security;

import org.jspecify.annotations.NullMarked;
