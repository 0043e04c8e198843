/** The gateways of SRST references as this node deals with them: asked, looked at daily, trusted. */
@NullMarked
package org.keyline.node.srst;

import org.jspecify.annotations.NullMarked;
