/** The phone's side of CAPF: making keys, proving who it is, and storing, showing or deleting its certificate. */
@NullMarked
package org.keyline.lab.capf;

import org.jspecify.annotations.NullMarked;
