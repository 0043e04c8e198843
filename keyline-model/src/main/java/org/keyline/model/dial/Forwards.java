package org.keyline.model.dial;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What a line forwards.
 *
 * @param targets where calls from inside go, for each reason the line forwards them for
 * @param external where calls from outside go
 * @param noAnswer how long it rings before {@link ForwardReason#NO_ANSWER} counts; empty takes the system's time
 */
public record Forwards(
        Map<ForwardReason, Forward> targets, Map<ForwardReason, Forward> external, Optional<Duration> noAnswer) {
    /** Forwards nothing. */
    public static final Forwards NONE = new Forwards(Map.of(), Optional.empty());

    public Forwards {
        targets = Map.copyOf(targets);
        external = Map.copyOf(external);
    }

    /** All calls, wherever they come from. */
    public Forwards(Map<ForwardReason, Forward> targets, Optional<Duration> noAnswer) {
        this(targets, targets, noAnswer);
    }

    /** Where calls from inside go for this reason. */
    public Optional<Forward> on(ForwardReason reason) {
        return on(reason, CallOrigin.INTERNAL);
    }

    /** Where calls from there go for this reason. */
    public Optional<Forward> on(ForwardReason reason, CallOrigin from) {
        return Optional.ofNullable(
                switch (from) {
                    case INTERNAL -> targets.get(reason);
                    case EXTERNAL -> external.get(reason);
                });
    }
}
