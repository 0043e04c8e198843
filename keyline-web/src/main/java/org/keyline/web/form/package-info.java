/** Fields of configuration objects in pages, made from their descriptions. */
@NullMarked
package org.keyline.web.form;

import org.jspecify.annotations.NullMarked;
