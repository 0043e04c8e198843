@NullMarked
package org.keyline.media.codec;

import org.jspecify.annotations.NullMarked;
