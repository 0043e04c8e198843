/** The media resources of this node as devices of call processing, and the service that runs them. */
@NullMarked
package org.keyline.node.media;

import org.jspecify.annotations.NullMarked;
