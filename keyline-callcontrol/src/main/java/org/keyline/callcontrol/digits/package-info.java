/**
 * Digit analysis: which number a caller's digits mean. One immutable trie for all partitions, swapped whole when the
 * configuration changes; a caller's search space only decides which of its matches count, and in which order.
 */
@NullMarked
package org.keyline.callcontrol.digits;

import org.jspecify.annotations.NullMarked;
