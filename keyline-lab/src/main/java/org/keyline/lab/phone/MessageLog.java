package org.keyline.lab.phone;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.keyline.sccp.codec.message.Decoded;

/** The last messages of a phone, sent and received. */
final class MessageLog {
    private static final int LIMIT = 2000;

    private final Deque<Exchange> messages = new ArrayDeque<>();

    synchronized void add(boolean fromPhone, Decoded message) {
        if (messages.size() == LIMIT) {
            messages.removeFirst();
        }
        messages.addLast(new Exchange(Instant.now(), fromPhone, message));
    }

    synchronized List<Exchange> all() {
        return List.copyOf(messages);
    }
}
