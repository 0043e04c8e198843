/** Decides whether a phone is who it says and whether anything is to be done for it. */
@NullMarked
package org.keyline.capf.authentication;

import org.jspecify.annotations.NullMarked;
