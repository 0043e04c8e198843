package org.keyline.trust.authority;

import java.time.Duration;
import org.keyline.trust.authority.AuthorityException.Reason;

/** The time an authority has to decide. */
final class Waiting {
    private final long end;
    private final Duration patience;

    private Waiting(Duration patience) {
        this.patience = patience;
        this.end = System.nanoTime() + patience.toNanos();
    }

    static Waiting begin(Duration patience) {
        return new Waiting(patience);
    }

    /** Waits so long before the authority is asked again, or gives up when that is later than the limit. */
    void pause(Duration pause) throws AuthorityException {
        var left = Duration.ofNanos(end - System.nanoTime());
        if (left.compareTo(pause) < 0) {
            throw new AuthorityException(
                    Reason.UNDECIDED,
                    "The authority has not decided on the request within " + patience.toSeconds() + " seconds");
        }
        try {
            Thread.sleep(pause);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new AuthorityException(Reason.UNDECIDED, "Ended while the authority decided", ended);
        }
    }
}
