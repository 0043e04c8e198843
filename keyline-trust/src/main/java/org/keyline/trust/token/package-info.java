/** Security tokens: the administrator's signing keys, which never leave them. */
@NullMarked
package org.keyline.trust.token;

import org.jspecify.annotations.NullMarked;
