/** Unknown phones that knock and wait to be adopted. */
@NullMarked
package org.keyline.serviceability.waiting;

import org.jspecify.annotations.NullMarked;
