/** The transport's promises, tested through real sockets. */
@NullMarked
package org.keyline.transport;

import org.jspecify.annotations.NullMarked;
