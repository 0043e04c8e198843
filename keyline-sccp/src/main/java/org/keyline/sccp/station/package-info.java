/** What one phone understands, and the answers to its questions about its configuration. */
@NullMarked
package org.keyline.sccp.station;

import org.jspecify.annotations.NullMarked;
