/** SRST references as pages show them, and what the web asks of the node about their gateways. */
@NullMarked
package org.keyline.web.srst;

import org.jspecify.annotations.NullMarked;
