/** Certificate Authority Proxy Function: enrolment of phones. */
@NullMarked
package org.keyline.capf;

import org.jspecify.annotations.NullMarked;
