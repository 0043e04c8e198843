/** The messages of the CTL Provider's protocol and their form on the wire (docs/ctl-provider.md). */
@NullMarked
package org.keyline.ctl.provider.message;

import org.jspecify.annotations.NullMarked;
