/** Pages as phones read them. */
@NullMarked
package org.keyline.model.page;

import org.jspecify.annotations.NullMarked;
