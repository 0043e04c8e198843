/**
 * What calls leave behind, on disk: files of call detail records and call management records, the signals of calls that
 * are over, and how both are found again.
 */
@NullMarked
package org.keyline.node.record;

import org.jspecify.annotations.NullMarked;
