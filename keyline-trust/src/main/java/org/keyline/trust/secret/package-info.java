/** Secrets in memory and passwords at rest. */
@NullMarked
package org.keyline.trust.secret;

import org.jspecify.annotations.NullMarked;
