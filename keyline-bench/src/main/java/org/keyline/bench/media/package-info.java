/** Media resources in a process of their own, and phones that send to them and listen. */
@NullMarked
package org.keyline.bench.media;

import org.jspecify.annotations.NullMarked;
