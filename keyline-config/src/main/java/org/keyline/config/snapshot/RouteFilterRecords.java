package org.keyline.config.snapshot;

import org.keyline.config.store.ConfigObject;
import org.keyline.config.store.RouteFilterClauses;
import org.keyline.model.dial.PlanUse;
import org.keyline.model.dial.RouteFilter;
import org.keyline.model.schema.Value;

/** Turns stored route filters, and what patterns say of them, into the records of the model. */
final class RouteFilterRecords {
    private RouteFilterRecords() {}

    static RouteFilter filter(ConfigObject filter) {
        return new RouteFilter(
                filter.text("name"),
                filter.text("description"),
                filter.text("numberingPlan"),
                RouteFilterClauses.of(filter).inOrder());
    }

    /** What {@code @} stands for in a pattern. */
    static PlanUse numbers(ConfigObject pattern) {
        return new PlanUse(
                pattern.text("numberingPlan"), pattern.value("routeFilter").map(Value::text));
    }
}
