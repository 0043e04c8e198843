/** The credentials service of an SRST gateway, with good certificates and bad ones. */
@NullMarked
package org.keyline.lab.srst;

import org.jspecify.annotations.NullMarked;
