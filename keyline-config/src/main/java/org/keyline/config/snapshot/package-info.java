/** The whole configuration as one immutable value: what every service reads, swapped whole when something changes. */
@NullMarked
package org.keyline.config.snapshot;

import org.jspecify.annotations.NullMarked;
