/** Who issues LSCs by the service parameters: CAPF itself, or an authority elsewhere. */
@NullMarked
package org.keyline.capf.authority;

import org.jspecify.annotations.NullMarked;
