/** Tests of digits. */
@NullMarked
package org.keyline.callcontrol.digits;

import org.jspecify.annotations.NullMarked;
