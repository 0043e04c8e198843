/** The media resources of a node, heard over real sockets. */
@NullMarked
package org.keyline.node.media;

import org.jspecify.annotations.NullMarked;
