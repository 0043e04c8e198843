/**
 * Call detail and call management records: what a call leaves behind. A pure observer stands beside the call machine
 * and says, step by step, which parts of the call are over; who keeps them is not known here.
 */
@NullMarked
package org.keyline.processing.record;

import org.jspecify.annotations.NullMarked;
