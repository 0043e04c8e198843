package org.keyline.web.live;

import java.util.List;
import java.util.function.Consumer;
import org.keyline.serviceability.trace.SdlSignal;

/**
 * The running system as the pages see it. Every method may be called from any thread, and answers from memory but for
 * {@link #signals}.
 */
public interface LiveSystem {
    /**
     * Configured phones, by name.
     *
     * @param words only those whose name, number, model or description holds all of these; empty for every phone
     * @param most how many rows at the most
     */
    PhoneList phones(String words, int most);

    /** Calls in progress and the newest that ended, newest first. */
    List<CallRow> calls();

    /** Every location that is configured or in use, by name. */
    List<LocationRow> locations();

    /**
     * The signals kept of a call on all its legs, oldest first; empty when none are kept any more. Those of a call that
     * is over may come from a file.
     */
    List<SdlSignal> signals(int callReference);

    /** Tells {@code listener} that something on a page changed; it must not block. */
    AutoCloseable onChange(Consumer<Topic> listener);

    /** What may change. */
    enum Topic {
        PHONES,
        CALLS,
        WAITING
    }
}
