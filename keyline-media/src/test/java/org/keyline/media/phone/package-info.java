@NullMarked
package org.keyline.media.phone;

import org.jspecify.annotations.NullMarked;
