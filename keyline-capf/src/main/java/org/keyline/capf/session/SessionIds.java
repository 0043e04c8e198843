package org.keyline.capf.session;

import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** Session ids: counted from a random start and never used twice, since phones sign them (element 16). */
final class SessionIds {
    private final AtomicInteger next = new AtomicInteger(new SecureRandom().nextInt());

    int next() {
        return next.getAndIncrement();
    }
}
