/** What was measured, on which machine, and how it stands to what is wanted. */
@NullMarked
package org.keyline.bench.report;

import org.jspecify.annotations.NullMarked;
