package org.keyline.model.numbering;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.keyline.model.dial.DigitPattern.Repeat;
import org.keyline.model.dial.DigitPattern.Step;
import org.keyline.model.dial.RouteFilter.Clause;
import org.keyline.model.dial.RouteFilter.Operator;
import org.keyline.model.numbering.NumberingPlan.Form;

/** The forms of a plan, as far as clauses admit them, as places that keys lead between. A key may lead to several. */
final class Nfa {
    /** The place where every number begins. */
    static final int START = 0;

    private static final int NO_FORM = -1;

    private final List<List<Edge>> edges = new ArrayList<>();
    private final List<List<Integer>> silent = new ArrayList<>();
    private final List<Integer> forms = new ArrayList<>();

    /** Where keys lead, one bit each. */
    private record Edge(int keys, int to) {}

    Nfa(NumberingPlan plan, List<Clause> clauses) {
        place();
        for (var form = 0; form < plan.forms().size(); form++) {
            for (var clause : clauses) {
                if (mayBe(plan.forms().get(form), clause)) {
                    forms.set(add(plan.forms().get(form), clause), form);
                }
            }
        }
    }

    private static boolean mayBe(Form form, Clause clause) {
        return clause.conditions().stream().allMatch(condition -> switch (condition.operator()) {
            case NOT_SELECTED -> true;
            case EXISTS, EQUALS -> form.has(condition.tag());
            case DOES_NOT_EXIST -> !form.has(condition.tag());
        });
    }

    /** Adds the numbers of a form; returns the place where they end. */
    private int add(Form form, Clause clause) {
        var at = START;
        for (var part : form.parts()) {
            var value = clause.on(part.tag())
                    .filter(condition -> condition.operator() == Operator.EQUALS)
                    .map(condition -> condition.value().simpleSteps());
            var end = place();
            for (var alternative : part.alternatives()) {
                if (value.isPresent()) {
                    add(alternative, value.get(), at, end);
                } else {
                    add(alternative, at, end);
                }
            }
            at = end;
        }
        return at;
    }

    private void add(List<Digit> digits, int from, int end) {
        var at = from;
        for (var digit : digits) {
            var next = place();
            edges.get(at).add(new Edge(digit.keys(), next));
            if (digit.optional()) {
                silent.get(at).add(next);
            }
            at = next;
        }
        silent.get(at).add(end);
    }

    /** Adds the digits that match a value too: a place for each pair of how far both have come. */
    private void add(List<Digit> digits, List<Step> value, int from, int end) {
        var places = new int[digits.size() + 1][value.size() + 1];
        for (var row : places) {
            Arrays.setAll(row, _ -> place());
        }
        silent.get(from).add(places[0][0]);
        for (var i = 0; i <= digits.size(); i++) {
            for (var j = 0; j <= value.size(); j++) {
                connect(digits, value, places, i, j);
            }
        }
        silent.get(places[digits.size()][value.size()]).add(end);
    }

    private void connect(List<Digit> digits, List<Step> value, int[][] places, int i, int j) {
        var stays = j < value.size() && value.get(j).repeat() == Repeat.ZERO_OR_MORE;
        if (stays) {
            silent.get(places[i][j]).add(places[i][j + 1]);
        }
        if (i == digits.size()) {
            return;
        }
        if (digits.get(i).optional()) {
            silent.get(places[i][j]).add(places[i + 1][j]);
        }
        if (j < value.size()) {
            edges.get(places[i][j])
                    .add(new Edge(digits.get(i).keys() & value.get(j).keys(), places[i + 1][stays ? j : j + 1]));
        }
    }

    private int place() {
        edges.add(new ArrayList<>(2));
        silent.add(new ArrayList<>(2));
        forms.add(NO_FORM);
        return forms.size() - 1;
    }

    /** Where one is before any key. */
    int[] start() {
        var reached = new Reached(forms.size());
        reach(START, reached);
        return reached.sorted();
    }

    /** Where a key leads from all of these places. */
    int[] after(int[] places, int key) {
        var reached = new Reached(forms.size());
        for (var place : places) {
            for (var edge : edges.get(place)) {
                if ((edge.keys() & (1 << key)) != 0) {
                    reach(edge.to(), reached);
                }
            }
        }
        return reached.sorted();
    }

    /** The forms whose numbers end at one of these places, in order. */
    int[] forms(int[] places) {
        return Arrays.stream(places)
                .map(place -> forms.get(place))
                .filter(form -> form != NO_FORM)
                .distinct()
                .sorted()
                .toArray();
    }

    private void reach(int place, Reached reached) {
        if (reached.add(place)) {
            for (var next : silent.get(place)) {
                reach(next, reached);
            }
        }
    }
}
