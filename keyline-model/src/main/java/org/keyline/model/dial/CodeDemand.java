package org.keyline.model.dial;

import java.util.Optional;

/**
 * What a caller must enter before a call goes on.
 *
 * @param authorizationLevel the level, 0 to 255, a forced authorisation code must at least have; empty when none is
 *     asked for
 * @param clientMatter whether a client matter code is asked for
 */
public record CodeDemand(Optional<Integer> authorizationLevel, boolean clientMatter) {
    /** Nothing is asked for. */
    public static final CodeDemand NONE = new CodeDemand(Optional.empty(), false);

    /** Whether nothing is asked for. */
    public boolean isNone() {
        return authorizationLevel.isEmpty() && !clientMatter;
    }

    /** What satisfies both: the higher level, and a client matter code where either asks for it. */
    public CodeDemand and(CodeDemand other) {
        if (isNone()) {
            return other;
        }
        var level = authorizationLevel.isEmpty()
                ? other.authorizationLevel
                : authorizationLevel.map(own -> Math.max(own, other.authorizationLevel.orElse(0)));
        return new CodeDemand(level, clientMatter || other.clientMatter);
    }
}
