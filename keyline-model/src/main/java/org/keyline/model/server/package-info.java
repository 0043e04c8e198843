/** What serves: nodes, CallManager groups, device pools, regions. */
@NullMarked
package org.keyline.model.server;

import org.jspecify.annotations.NullMarked;
