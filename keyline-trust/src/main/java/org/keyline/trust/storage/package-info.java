/** Files written whole or not at all, readable by whom they are meant for. */
@NullMarked
package org.keyline.trust.storage;

import org.jspecify.annotations.NullMarked;
