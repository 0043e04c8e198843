package org.keyline.sccp.codec;

import java.util.List;
import org.keyline.sccp.codec.message.SccpMessage;

/**
 * Several messages for one peer that leave in one buffer, such as all that a phone is told when it goes off hook.
 *
 * @param messages in order
 */
public record Burst(List<SccpMessage> messages) {
    /** Keeps its own list. */
    public Burst {
        messages = List.copyOf(messages);
    }

    /** These messages in order. */
    public static Burst of(SccpMessage... messages) {
        return new Burst(List.of(messages));
    }
}
