/** Ready-made changes: what a fresh database begins with, and adopting a phone. */
@NullMarked
package org.keyline.config.setup;

import org.jspecify.annotations.NullMarked;
