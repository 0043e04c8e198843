/** The CAPF log: how each session and operation ended, with the error codes that administrators know. */
@NullMarked
package org.keyline.capf.log;

import org.jspecify.annotations.NullMarked;
