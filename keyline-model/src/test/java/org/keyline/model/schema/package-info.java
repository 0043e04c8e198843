/** The descriptions of configuration objects hold what they promise. */
@NullMarked
package org.keyline.model.schema;

import org.jspecify.annotations.NullMarked;
