/** The menus behind the Services and Directories buttons. */
@NullMarked
package org.keyline.phoneservices.menu;

import org.jspecify.annotations.NullMarked;
