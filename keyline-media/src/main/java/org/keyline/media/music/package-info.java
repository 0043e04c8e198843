/** Music on hold: sources from files, from the network and from code; listeners, and multicast. */
@NullMarked
package org.keyline.media.music;

import org.jspecify.annotations.NullMarked;
