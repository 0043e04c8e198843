/** The worked examples of the protocol sheets, with their published test keys. */
@NullMarked
package org.keyline.trust.sheet;

import org.jspecify.annotations.NullMarked;
