/** The languages of the pages and their texts. */
@NullMarked
package org.keyline.web.language;

import org.jspecify.annotations.NullMarked;
