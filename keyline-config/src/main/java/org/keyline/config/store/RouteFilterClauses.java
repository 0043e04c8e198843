package org.keyline.config.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.keyline.model.dial.NumberTag;
import org.keyline.model.dial.RouteFilter.Clause;
import org.keyline.model.dial.RouteFilter.Condition;
import org.keyline.model.dial.RouteFilter.Operator;
import org.keyline.model.schema.Value;

/**
 * The clauses of a stored route filter, by their numbers: its conditions are rows, and those of one clause belong
 * together.
 */
public record RouteFilterClauses(SortedMap<Integer, Clause> byNumber) {
    private static final String FIRST = "1";

    /**
     * Those of a filter.
     *
     * @throws IllegalArgumentException where a value is no pattern
     */
    public static RouteFilterClauses of(ConfigObject filter) {
        var conditions = new TreeMap<Integer, List<Condition>>();
        filter.rows("conditions").stream()
                .sorted(Comparator.comparingInt(row -> Integer.parseInt(text(row, "position"))))
                .forEach(row -> conditions
                        .computeIfAbsent(clause(row), _ -> new ArrayList<>())
                        .add(condition(row)));
        var clauses = new TreeMap<Integer, Clause>();
        conditions.forEach((number, all) -> clauses.put(number, new Clause(all)));
        return new RouteFilterClauses(clauses);
    }

    /** One after the other. */
    public List<Clause> inOrder() {
        return List.copyOf(byNumber.values());
    }

    /** To which clause a row belongs; the first where it does not say. */
    static int clause(Value.Row row) {
        var number = text(row, "clause");
        return Integer.parseInt(number.isEmpty() ? FIRST : number);
    }

    private static Condition condition(Value.Row row) {
        var tag = NumberTag.valueOf(text(row, "tag"));
        var operator = Operator.valueOf(text(row, "operator"));
        return operator == Operator.EQUALS ? Condition.equal(tag, text(row, "value")) : Condition.of(tag, operator);
    }

    static String text(Value.Row row, String field) {
        return Optional.ofNullable(row.values().get(field)).map(Value::text).orElse("");
    }
}
