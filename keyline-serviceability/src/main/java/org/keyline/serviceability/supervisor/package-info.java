/** Services: activated, started, stopped, restarted after a crash. */
@NullMarked
package org.keyline.serviceability.supervisor;

import org.jspecify.annotations.NullMarked;
