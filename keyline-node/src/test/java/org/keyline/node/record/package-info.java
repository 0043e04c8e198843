/** Records of calls on disk. */
@NullMarked
package org.keyline.node.record;

import org.jspecify.annotations.NullMarked;
