/** Questions about the dial plan, asked and answered. */
@NullMarked
package org.keyline.node.dial;

import org.jspecify.annotations.NullMarked;
