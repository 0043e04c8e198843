/** The vocabulary: devices, lines, numbers, security modes, and the descriptions of every configured kind of object. */
@NullMarked
package org.keyline.model;

import org.jspecify.annotations.NullMarked;
