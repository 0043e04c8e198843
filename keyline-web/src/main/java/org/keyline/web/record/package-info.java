/** Records of calls that are over, as the pages ask for them. */
@NullMarked
package org.keyline.web.record;

import org.jspecify.annotations.NullMarked;
