/** Backups of a node in one file behind a passphrase, and its way back from one (spec BR-01 to BR-16). */
@NullMarked
package org.keyline.node.backup;

import org.jspecify.annotations.NullMarked;
