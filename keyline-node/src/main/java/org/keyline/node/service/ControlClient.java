package org.keyline.node.service;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import org.keyline.node.service.ControlMessage.Answer;
import org.keyline.node.service.ControlMessage.Request;

/** Speaks to the node that runs, through its {@link ControlSocket}. */
final class ControlClient {
    private ControlClient() {}

    /** Asks and waits for the answer. */
    static Answer ask(Path running, Request request) throws IOException {
        try (var channel = SocketChannel.open(UnixDomainSocketAddress.of(running))) {
            ControlSocket.send(channel, ControlMessage.MAPPER.writeValueAsString(request));
            return ControlMessage.MAPPER.readValue(
                    ControlSocket.line(channel, ControlMessage.LONGEST_ANSWER), Answer.class);
        } catch (IOException e) {
            throw new IOException("The node does not answer at " + running + ": " + e.getMessage(), e);
        }
    }
}
