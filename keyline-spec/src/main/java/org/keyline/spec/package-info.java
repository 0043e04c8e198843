/** The {@code @Spec} annotation and the report that counts which specification rows the tests prove. */
@NullMarked
package org.keyline.spec;

import org.jspecify.annotations.NullMarked;
