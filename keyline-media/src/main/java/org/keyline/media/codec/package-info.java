/** G.711, G.722 and the change between their sampling rates: samples in, octets out, and back. */
@NullMarked
package org.keyline.media.codec;

import org.jspecify.annotations.NullMarked;
