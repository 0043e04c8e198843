/** The pages and the small REST interface beside them. */
@NullMarked
package org.keyline.web.page;

import org.jspecify.annotations.NullMarked;
