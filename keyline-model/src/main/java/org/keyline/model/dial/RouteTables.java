package org.keyline.model.dial;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What leads out.
 *
 * @param patterns every route pattern
 * @param lists route lists by name
 * @param groups route groups by name
 * @param filters route filters by name
 */
public record RouteTables(
        Collection<RoutePattern> patterns,
        Map<String, RouteList> lists,
        Map<String, RouteGroup> groups,
        Map<String, RouteFilter> filters) {
    /** Nothing does. */
    public static final RouteTables NONE = new RouteTables(List.of(), Map.of(), Map.of(), Map.of());

    /** What leads out without route filters. */
    public RouteTables(
            Collection<RoutePattern> patterns, Map<String, RouteList> lists, Map<String, RouteGroup> groups) {
        this(patterns, lists, groups, Map.of());
    }
}
