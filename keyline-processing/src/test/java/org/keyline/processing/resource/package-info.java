/** Tests of how media resources are given out. */
@NullMarked
package org.keyline.processing.resource;

import org.jspecify.annotations.NullMarked;
