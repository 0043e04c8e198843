/** From call control's commands to messages, one flow a command, in the order in which phones expect them. */
@NullMarked
package org.keyline.sccp.command;

import org.jspecify.annotations.NullMarked;
