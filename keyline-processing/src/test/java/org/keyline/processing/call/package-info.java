@NullMarked
package org.keyline.processing.call;

import org.jspecify.annotations.NullMarked;
