@NullMarked
package org.keyline.callcontrol.route;

import org.jspecify.annotations.NullMarked;
