package org.keyline.model.dial;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What a line forwards.
 *
 * @param targets where to, for each reason it forwards for
 * @param noAnswer how long it rings before {@link ForwardReason#NO_ANSWER} counts; empty takes the system's time
 */
public record Forwards(Map<ForwardReason, Forward> targets, Optional<Duration> noAnswer) {
    /** Forwards nothing. */
    public static final Forwards NONE = new Forwards(Map.of(), Optional.empty());

    public Forwards {
        targets = Map.copyOf(targets);
    }

    /** Where calls go for this reason. */
    public Optional<Forward> on(ForwardReason reason) {
        return Optional.ofNullable(targets.get(reason));
    }
}
