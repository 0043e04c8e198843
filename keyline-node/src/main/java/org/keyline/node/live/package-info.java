/** The running node as the web shows it. */
@NullMarked
package org.keyline.node.live;

import org.jspecify.annotations.NullMarked;
