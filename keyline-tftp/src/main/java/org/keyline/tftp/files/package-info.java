/** Which file answers which name: built, signed, or taken from a directory; what is signed is signed once a change. */
@NullMarked
package org.keyline.tftp.files;

import org.jspecify.annotations.NullMarked;
