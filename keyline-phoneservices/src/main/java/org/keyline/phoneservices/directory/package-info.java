/** The corporate directory, which everybody searches, and each user's own address book. */
@NullMarked
package org.keyline.phoneservices.directory;

import org.jspecify.annotations.NullMarked;
