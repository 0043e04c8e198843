/**
 * The trust store in a phone's flash: reading CTL, ITL and signed files, and the rules by which lists are replaced.
 * Written from the format alone and sharing nothing with the server, so that each proves the other.
 */
@NullMarked
package org.keyline.lab.trust;

import org.jspecify.annotations.NullMarked;
