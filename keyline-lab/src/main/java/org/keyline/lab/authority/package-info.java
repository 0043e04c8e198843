/**
 * A certificate authority as enterprises run them, answering SCEP and EST over real HTTP, as well as it should or as
 * badly as a test wants.
 */
@NullMarked
package org.keyline.lab.authority;

import org.jspecify.annotations.NullMarked;
