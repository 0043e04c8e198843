@NullMarked
package org.keyline.media.stream;

import org.jspecify.annotations.NullMarked;
