/** The commands of the server's command line, each a small class; their texts stand in the message catalogue. */
@NullMarked
package org.keyline.node.command;

import org.jspecify.annotations.NullMarked;
