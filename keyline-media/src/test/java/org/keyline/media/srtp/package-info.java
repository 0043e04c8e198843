@NullMarked
package org.keyline.media.srtp;

import org.jspecify.annotations.NullMarked;
