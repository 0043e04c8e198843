/** A server: main, assembly, packaging. */
@NullMarked
package org.keyline.node;

import org.jspecify.annotations.NullMarked;
