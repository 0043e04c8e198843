/** Numbers as people dial them. */
@NullMarked
package org.keyline.model.dial;

import org.jspecify.annotations.NullMarked;
