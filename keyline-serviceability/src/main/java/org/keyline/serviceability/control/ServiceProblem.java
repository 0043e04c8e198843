package org.keyline.serviceability.control;

import java.util.List;
import java.util.Locale;

/**
 * Why an order to a service was not carried out.
 *
 * @param reason which reason
 * @param facts what its sentence is filled with: the service first
 */
public record ServiceProblem(Reason reason, List<String> facts) {
    public ServiceProblem {
        facts = List.copyOf(facts);
    }

    /** A problem and what it is about. */
    public static ServiceProblem of(Reason reason, String... facts) {
        return new ServiceProblem(reason, List.of(facts));
    }

    /** The reasons. */
    public enum Reason {
        /** There is no service of this name; the names there are. */
        UNKNOWN,
        /** It is not activated, so nothing starts it. */
        DEACTIVATED,
        /** It could not start; why. It is tried again by itself. */
        NOT_STARTED,
        /** Only the first node may have it; which that is. */
        FIRST_NODE_ONLY,
        /** Every node has it. */
        ALWAYS_ACTIVATED,
        /** No node runs here; on which directory. */
        ASLEEP,
        /** Whoever asks would lose the way he asks by. */
        OWN_GROUND
    }

    /** A sentence or two: what, and what mends it. */
    public String text(Locale locale) {
        return ServiceTexts.text(locale, "problem." + reason, facts.toArray());
    }
}
