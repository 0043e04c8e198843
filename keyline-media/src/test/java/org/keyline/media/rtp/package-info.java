@NullMarked
package org.keyline.media.rtp;

import org.jspecify.annotations.NullMarked;
