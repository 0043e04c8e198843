/** The configuration database: migrations, repositories, immutable snapshot, change feed, import and export. */
@NullMarked
package org.keyline.config;

import org.jspecify.annotations.NullMarked;
