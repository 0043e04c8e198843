package org.keyline.web.access;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Optional;

/**
 * The sessions of this node, by their secret cookie value. They end after {@link #IDLE} without a page, and at most
 * {@value #LIMIT} live at once: the longest unused gives way.
 */
public final class Sessions {
    /** How long a session lives without use. */
    public static final Duration IDLE = Duration.ofMinutes(30);

    private static final int LIMIT = 1_000;
    private static final int TOKEN_BYTES = 32;

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final LinkedHashMap<String, Session> byToken = LinkedHashMap.newLinkedHashMap(16);

    public Sessions(Clock clock) {
        this.clock = clock;
    }

    /** Starts a session and returns its cookie value. */
    public synchronized String open(String account) {
        var token = token();
        byToken.put(token, new Session(account, token(), clock.instant()));
        if (byToken.size() > LIMIT) {
            byToken.pollFirstEntry();
        }
        return token;
    }

    /** The session of a cookie value, marked as used; empty when there is none or it was idle too long. */
    public synchronized Optional<Session> use(String token) {
        var session = byToken.remove(token);
        if (session == null || session.lastUsed().plus(IDLE).isBefore(clock.instant())) {
            return Optional.empty();
        }
        var used = new Session(session.account(), session.formToken(), clock.instant());
        byToken.put(token, used);
        return Optional.of(used);
    }

    public synchronized void close(String token) {
        byToken.remove(token);
    }

    private String token() {
        var bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
