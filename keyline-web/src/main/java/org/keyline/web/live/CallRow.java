package org.keyline.web.live;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.keyline.model.security.SecurityClass;

/**
 * A call.
 *
 * @param reference the call reference of its first leg
 * @param calling number and name of the caller
 * @param called number and name of the called; empty while digits are collected
 * @param state its state's name, a key of the message catalogue
 * @param security its class; empty while media is not known
 * @param codec its codec; empty before it is answered
 * @param started when the caller went off hook
 * @param connected when it was answered
 * @param ended when it ended; empty while it lasts
 */
public record CallRow(
        int reference,
        String calling,
        String called,
        String state,
        Optional<SecurityClass> security,
        Optional<String> codec,
        Instant started,
        Optional<Instant> connected,
        Optional<Instant> ended) {
    /** How long people talked, at {@code now} or until it ended. */
    public Duration talked(Instant now) {
        return connected.map(from -> Duration.between(from, ended.orElse(now))).orElse(Duration.ZERO);
    }
}
