/** The annunciator: announcements and tones for one listener. */
@NullMarked
package org.keyline.media.announcement;

import org.jspecify.annotations.NullMarked;
