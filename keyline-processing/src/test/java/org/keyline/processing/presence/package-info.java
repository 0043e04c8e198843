/** Tests of what phones are told of lines of others. */
@NullMarked
package org.keyline.processing.presence;

import org.jspecify.annotations.NullMarked;
