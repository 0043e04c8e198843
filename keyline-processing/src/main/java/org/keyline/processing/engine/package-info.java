/** What every actor shares: the configuration in force, references, keys, the trace and the actor system. */
@NullMarked
package org.keyline.processing.engine;

import org.jspecify.annotations.NullMarked;
