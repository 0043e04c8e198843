/** What CAPF does for an admitted phone: issues its LSC, writes down what became of the operation. */
@NullMarked
package org.keyline.capf.operation;

import org.jspecify.annotations.NullMarked;
