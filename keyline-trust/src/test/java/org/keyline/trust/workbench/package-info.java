/** What the tests of this module share: the openssl program, ready-made keys, other Java processes. */
@NullMarked
package org.keyline.trust.workbench;

import org.jspecify.annotations.NullMarked;
