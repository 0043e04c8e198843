@NullMarked
package org.keyline.media.relay;

import org.jspecify.annotations.NullMarked;
