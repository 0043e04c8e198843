/** The part of a phone that fetches pages over HTTP and shows them. */
@NullMarked
package org.keyline.lab.browser;

import org.jspecify.annotations.NullMarked;
