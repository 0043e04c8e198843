@NullMarked
package org.keyline.model.numbering;

import org.jspecify.annotations.NullMarked;
