/** The CTL Provider over real sockets. */
@NullMarked
package org.keyline.ctl.provider;

import org.jspecify.annotations.NullMarked;
