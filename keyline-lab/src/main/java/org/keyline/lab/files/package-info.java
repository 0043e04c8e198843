/** How a phone gets its files: a TFTP client and a plain HTTP client that tell found, missing and silent apart. */
@NullMarked
package org.keyline.lab.files;

import org.jspecify.annotations.NullMarked;
