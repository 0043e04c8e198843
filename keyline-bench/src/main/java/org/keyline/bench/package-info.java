/** Benchmarks: JMH for the codec and digit analysis, a load generator for the whole. */
@NullMarked
package org.keyline.bench;

import org.jspecify.annotations.NullMarked;
