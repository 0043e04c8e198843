/** Master keys and salts for SRTP. */
@NullMarked
package org.keyline.trust.media;

import org.jspecify.annotations.NullMarked;
