/** A call as a ladder diagram. */
@NullMarked
package org.keyline.web.ladder;

import org.jspecify.annotations.NullMarked;
