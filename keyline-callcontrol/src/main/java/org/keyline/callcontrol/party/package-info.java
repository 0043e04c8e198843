/** Who takes part in a call and what their device can do. */
@NullMarked
package org.keyline.callcontrol.party;

import org.jspecify.annotations.NullMarked;
