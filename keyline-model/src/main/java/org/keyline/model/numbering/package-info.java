/** Numbering plans: what numbers there are in a country's network, and of what parts they are made. */
@NullMarked
package org.keyline.model.numbering;

import org.jspecify.annotations.NullMarked;
