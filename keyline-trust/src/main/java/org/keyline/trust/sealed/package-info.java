/** Files sealed under a passphrase: nobody without it reads them, and whoever changes them is noticed. */
@NullMarked
package org.keyline.trust.sealed;

import org.jspecify.annotations.NullMarked;
