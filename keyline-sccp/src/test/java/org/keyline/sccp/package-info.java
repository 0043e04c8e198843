/** SCCP through real sockets: a raw phone that knows the codec and nothing else. */
@NullMarked
package org.keyline.sccp;

import org.jspecify.annotations.NullMarked;
