/** Who may see the pages: accounts, sessions, sign-in and its limits. */
@NullMarked
package org.keyline.web.access;

import org.jspecify.annotations.NullMarked;
