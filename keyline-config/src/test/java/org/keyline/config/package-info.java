/** The configuration on both databases, as its users see it. */
@NullMarked
package org.keyline.config;

import org.jspecify.annotations.NullMarked;
