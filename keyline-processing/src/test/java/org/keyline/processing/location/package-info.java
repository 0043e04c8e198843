/** Tests of the ledger of locations. */
@NullMarked
package org.keyline.processing.location;

import org.jspecify.annotations.NullMarked;
