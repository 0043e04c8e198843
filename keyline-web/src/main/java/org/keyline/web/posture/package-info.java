/** How secure each device is, compared with what was asked for it, and what mends the difference. */
@NullMarked
package org.keyline.web.posture;

import org.jspecify.annotations.NullMarked;
