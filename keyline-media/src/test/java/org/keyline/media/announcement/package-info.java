@NullMarked
package org.keyline.media.announcement;

import org.jspecify.annotations.NullMarked;
