/** Configuration objects as pages list and edit them, whatever their kind, made from their descriptions. */
@NullMarked
package org.keyline.web.object;

import org.jspecify.annotations.NullMarked;
