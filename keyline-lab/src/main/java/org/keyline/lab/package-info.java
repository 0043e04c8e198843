/** The other side of every protocol: phones as real ones behave, load generators, fault injection. */
@NullMarked
package org.keyline.lab;

import org.jspecify.annotations.NullMarked;
