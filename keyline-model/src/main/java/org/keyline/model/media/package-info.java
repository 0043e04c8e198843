/** Audio codecs and media addresses. */
@NullMarked
package org.keyline.model.media;

import org.jspecify.annotations.NullMarked;
