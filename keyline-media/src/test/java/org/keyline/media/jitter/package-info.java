@NullMarked
package org.keyline.media.jitter;

import org.jspecify.annotations.NullMarked;
