/** Questions about the dial plan, of the command line and of the web, answered from the configuration. */
@NullMarked
package org.keyline.node.dial;

import org.jspecify.annotations.NullMarked;
