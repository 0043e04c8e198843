/** Where people meet by dialling a number. */
@NullMarked
package org.keyline.callcontrol.meet;

import org.jspecify.annotations.NullMarked;
