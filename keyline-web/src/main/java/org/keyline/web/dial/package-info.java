/** The dialled number analyser as its page asks for it. */
@NullMarked
package org.keyline.web.dial;

import org.jspecify.annotations.NullMarked;
