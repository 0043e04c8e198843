/** Phones as administrators configure and find them: fields from the schema, searches, certificate operations. */
@NullMarked
package org.keyline.web.phone;

import org.jspecify.annotations.NullMarked;
