/** The files of phones over HTTP (port 6970), under the same names as over TFTP. Newer phones ask here first. */
@NullMarked
package org.keyline.tftp.http;

import org.jspecify.annotations.NullMarked;
