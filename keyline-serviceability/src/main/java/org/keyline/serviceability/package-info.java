/** Alarms and their catalogue, counters, SDL trace, the service supervisor. */
@NullMarked
package org.keyline.serviceability;

import org.jspecify.annotations.NullMarked;
