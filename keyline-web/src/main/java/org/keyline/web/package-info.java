/** The web: sign in, phones, calls, ladder diagrams. */
@NullMarked
package org.keyline.web;

import org.jspecify.annotations.NullMarked;
