/** The CTL client: a wizard in the terminal, and the same for scripts. */
@NullMarked
package org.keyline.ctl.client;

import org.jspecify.annotations.NullMarked;
