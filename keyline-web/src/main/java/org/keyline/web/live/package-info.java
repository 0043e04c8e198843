/** What the pages show of the running system, as the web asks for it. */
@NullMarked
package org.keyline.web.live;

import org.jspecify.annotations.NullMarked;
