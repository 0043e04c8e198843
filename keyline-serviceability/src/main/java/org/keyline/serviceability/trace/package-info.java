/** The SDL trace: every signal of a call, from whom to whom, and when. */
@NullMarked
package org.keyline.serviceability.trace;

import org.jspecify.annotations.NullMarked;
