/**
 * Ways out: which gateway or trunk of a route list is tried next. Functions of their arguments; which of them is
 * registered and has a free circuit is known elsewhere.
 */
@NullMarked
package org.keyline.callcontrol.route;

import org.jspecify.annotations.NullMarked;
