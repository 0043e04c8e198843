/** Provisioning files signed ({@code .sgn}) and encrypted ({@code .enc.sgn}) for phones. */
@NullMarked
package org.keyline.trust.signedfile;

import org.jspecify.annotations.NullMarked;
