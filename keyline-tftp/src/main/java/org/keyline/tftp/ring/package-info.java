/** Ring tones made by arithmetic, in the formats of phones. */
@NullMarked
package org.keyline.tftp.ring;

import org.jspecify.annotations.NullMarked;
