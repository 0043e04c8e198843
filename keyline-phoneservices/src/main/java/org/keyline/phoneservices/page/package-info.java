/** The words of the pages that phones fetch. */
@NullMarked
package org.keyline.phoneservices.page;

import org.jspecify.annotations.NullMarked;
