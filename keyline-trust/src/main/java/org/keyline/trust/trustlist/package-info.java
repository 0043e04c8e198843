/** Trust lists (CTL and ITL): which servers a phone trusts for what, signed by a token or by the node. */
@NullMarked
package org.keyline.trust.trustlist;

import org.jspecify.annotations.NullMarked;
