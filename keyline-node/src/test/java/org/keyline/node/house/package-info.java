/** The rules of the house: which room may know which, checked over the compiled classes of all modules. */
@NullMarked
package org.keyline.node.house;

import org.jspecify.annotations.NullMarked;
