/**
 * Performance counters under the names PerfMon gave them: their catalogue, their values, and the page on which
 * monitoring systems and {@code keyline show perf} read them. Nothing is written down here when a call or a phone
 * comes: each value is asked of who knows it, at the moment somebody reads it.
 */
@NullMarked
package org.keyline.serviceability.counter;

import org.jspecify.annotations.NullMarked;
