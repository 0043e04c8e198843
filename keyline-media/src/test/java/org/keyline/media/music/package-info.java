@NullMarked
package org.keyline.media.music;

import org.jspecify.annotations.NullMarked;
