/** What is registered and which calls are up, for pages and tools. */
@NullMarked
package org.keyline.processing.view;

import org.jspecify.annotations.NullMarked;
