/** Phone files: building, caching, signing, serving over TFTP and HTTP. */
@NullMarked
package org.keyline.tftp;

import org.jspecify.annotations.NullMarked;
