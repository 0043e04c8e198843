/** What the pages of softkeys, buttons and phone services show and take. */
@NullMarked
package org.keyline.web.keys;

import org.jspecify.annotations.NullMarked;
