@NullMarked
package org.keyline.media.clip;

import org.jspecify.annotations.NullMarked;
