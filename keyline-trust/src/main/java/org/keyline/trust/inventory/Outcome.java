package org.keyline.trust.inventory;

import java.util.function.Function;
import org.keyline.trust.inventory.CertificateProblem.Reason;

/** What became of something an administrator asked for. */
public sealed interface Outcome<T> {
    /** It was done. */
    record Done<T>(T value) implements Outcome<T> {}

    /** It was not done, and nothing was changed. */
    record Refused<T>(CertificateProblem problem) implements Outcome<T> {}

    static <T> Outcome<T> done(T value) {
        return new Done<>(value);
    }

    static <T> Outcome<T> refused(Reason reason, Object... arguments) {
        return new Refused<>(CertificateProblem.of(reason, arguments));
    }

    /** Goes on with the value where there is one. */
    default <U> Outcome<U> then(Function<T, Outcome<U>> next) {
        return switch (this) {
            case Done<T>(var value) -> next.apply(value);
            case Refused<T>(var problem) -> new Refused<>(problem);
        };
    }
}
