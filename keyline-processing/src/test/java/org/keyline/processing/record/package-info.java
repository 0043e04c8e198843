/** What calls leave behind, step by step. */
@NullMarked
package org.keyline.processing.record;

import org.jspecify.annotations.NullMarked;
