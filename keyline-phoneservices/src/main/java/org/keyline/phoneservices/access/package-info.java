/** Who asks for a page: which phone, from where, and who signs in at it. */
@NullMarked
package org.keyline.phoneservices.access;

import org.jspecify.annotations.NullMarked;
