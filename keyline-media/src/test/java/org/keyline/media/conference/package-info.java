@NullMarked
package org.keyline.media.conference;

import org.jspecify.annotations.NullMarked;
