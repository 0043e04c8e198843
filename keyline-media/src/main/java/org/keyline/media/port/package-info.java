/** A media resource as call control sees it: ports that are told what to receive and where to send, as a phone is. */
@NullMarked
package org.keyline.media.port;

import org.jspecify.annotations.NullMarked;
