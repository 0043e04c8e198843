package org.keyline.web.srst;

import java.util.Map;
import java.util.Set;
import org.keyline.model.schema.Value;
import org.keyline.model.server.SrstFallback;

/**
 * What a device pool can be set to, as one choice of a form (spec SRST-27).
 *
 * @param values the fields to set
 * @param cleared the fields to set back
 */
public record PoolChoice(Map<String, Value> values, Set<String> cleared) {
    /** No reference has this name. */
    public static final String DEFAULT_GATEWAY = "*";

    public static final String DISABLED = "";

    private static final String REFERENCE = "srstReference";
    private static final String GATEWAY = "srstDefaultGateway";

    /** What was chosen: {@link #DISABLED}, {@link #DEFAULT_GATEWAY} or a reference's name. */
    public static PoolChoice of(String chosen) {
        return switch (chosen) {
            case DISABLED -> new PoolChoice(Map.of(), Set.of(REFERENCE, GATEWAY));
            case DEFAULT_GATEWAY -> new PoolChoice(Map.of(GATEWAY, Value.of(true)), Set.of(REFERENCE));
            default -> new PoolChoice(Map.of(REFERENCE, Value.of(chosen)), Set.of(GATEWAY));
        };
    }

    /** The choice that says what a pool is set to. */
    public static String of(SrstFallback fallback) {
        return switch (fallback) {
            case SrstFallback.Disabled _ -> DISABLED;
            case SrstFallback.DefaultGateway _ -> DEFAULT_GATEWAY;
            case SrstFallback.Reference(var name) -> name;
        };
    }
}
