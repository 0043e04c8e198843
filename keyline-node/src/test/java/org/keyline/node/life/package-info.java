/** The life of a node as its administrator sees it: its process, its directory, its commands. */
@NullMarked
package org.keyline.node.life;

import org.jspecify.annotations.NullMarked;
