package org.keyline.sccp.command;

import org.keyline.sccp.codec.message.ServerMessage;

/** Takes messages for one phone, in order. */
@FunctionalInterface
public interface Messages {
    void send(ServerMessage message);
}
