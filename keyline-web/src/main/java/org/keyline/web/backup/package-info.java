/** What the pages show and do of backups; whoever runs the pages provides it. */
@NullMarked
package org.keyline.web.backup;

import org.jspecify.annotations.NullMarked;
