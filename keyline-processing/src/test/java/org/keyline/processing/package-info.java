/** Calls through the whole of call processing, with phones that answer in process. */
@NullMarked
package org.keyline.processing;

import org.jspecify.annotations.NullMarked;
