/** Who may register and how. */
@NullMarked
package org.keyline.callcontrol.registration;

import org.jspecify.annotations.NullMarked;
