/** Numbers and who may reach them: directory numbers, partitions, calling search spaces. */
@NullMarked
package org.keyline.model.dial;

import org.jspecify.annotations.NullMarked;
