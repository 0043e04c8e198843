/** A phone's questions to the trust verification service: may I trust this, and in which roles? */
@NullMarked
package org.keyline.lab.verification;

import org.jspecify.annotations.NullMarked;
