/** The protocol's form on the wire. */
@NullMarked
package org.keyline.ctl.provider.message;

import org.jspecify.annotations.NullMarked;
