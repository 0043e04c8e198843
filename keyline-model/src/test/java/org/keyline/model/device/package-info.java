/** Phone models as the table says. */
@NullMarked
package org.keyline.model.device;

import org.jspecify.annotations.NullMarked;
