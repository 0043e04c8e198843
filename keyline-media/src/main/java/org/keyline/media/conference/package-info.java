/** The conference bridge: rooms in which each party hears all others. */
@NullMarked
package org.keyline.media.conference;

import org.jspecify.annotations.NullMarked;
