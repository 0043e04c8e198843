/** Adopting phones that wait. */
@NullMarked
package org.keyline.web.adopt;

import org.jspecify.annotations.NullMarked;
