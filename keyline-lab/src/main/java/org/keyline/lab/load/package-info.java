/** The load generator: thousands of lean phones in one process, and the measurements they give. */
@NullMarked
package org.keyline.lab.load;

import org.jspecify.annotations.NullMarked;
