/** The measured node: its process, its configuration, and the certificates of the phones. */
@NullMarked
package org.keyline.bench.server;

import org.jspecify.annotations.NullMarked;
