package org.keyline.sccp.session;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Every open session of a service. Thread-safe. */
public final class Sessions {
    private final Set<SccpSession> open = ConcurrentHashMap.newKeySet();

    void add(SccpSession session) {
        open.add(session);
    }

    void remove(SccpSession session) {
        open.remove(session);
    }

    /** How many connections are open. */
    public int size() {
        return open.size();
    }

    /**
     * Looks after every session: ends those whose phone fell silent and sets the clocks of the others each hour. Called
     * every few seconds from any thread; a session that needs nothing costs two reads.
     */
    public void lookAfter() {
        var now = System.nanoTime();
        for (var session : open) {
            session.lookAfter(now);
        }
    }
}
