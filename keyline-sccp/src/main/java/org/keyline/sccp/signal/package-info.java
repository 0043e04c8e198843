/** From a phone's messages to call control's signals. */
@NullMarked
package org.keyline.sccp.signal;

import org.jspecify.annotations.NullMarked;
