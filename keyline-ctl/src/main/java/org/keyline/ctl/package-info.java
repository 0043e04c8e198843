/** Building, signing and storing the CTL file; the cluster security mode. */
@NullMarked
package org.keyline.ctl;

import org.jspecify.annotations.NullMarked;
