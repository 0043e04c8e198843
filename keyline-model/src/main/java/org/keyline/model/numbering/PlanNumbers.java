package org.keyline.model.numbering;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.keyline.model.dial.DialKeys;
import org.keyline.model.dial.RouteFilter;
import org.keyline.model.dial.RouteFilter.Clause;
import org.keyline.model.dial.TaggedDigits;
import org.keyline.model.numbering.NumberingPlan.Part;

/**
 * The numbers of a plan that clauses admit, made ready to be walked digit by digit. All patterns that stand for the
 * same numbers walk the same one. Immutable.
 */
public final class PlanNumbers {
    /** Where a walk begins. */
    public static final int START = 0;

    /** No state, and no form. */
    public static final int NONE = Automaton.NOWHERE;

    private static final int LONGEST = 50;

    private final NumberingPlan plan;
    private final List<Clause> clauses;
    private final Automaton automaton;

    /** How many numbers of a form there are, by their length. */
    private final double[][] breadths;

    private final boolean[] anyLength;

    private PlanNumbers(NumberingPlan plan, List<Clause> clauses) {
        this.plan = plan;
        this.clauses = clauses;
        this.automaton = Automaton.of(new Nfa(plan, clauses));
        this.breadths = breadths();
        this.anyLength = new boolean[breadths.length];
        for (var form = 0; form < breadths.length; form++) {
            anyLength[form] =
                    Arrays.stream(breadths[form]).filter(each -> each > 0).count() > 1;
        }
    }

    /** Every number of a plan. */
    public static PlanNumbers all(NumberingPlan plan) {
        return new PlanNumbers(plan, List.of(Clause.ALL));
    }

    /** Those that a filter admits. */
    public static PlanNumbers of(NumberingPlan plan, RouteFilter filter) {
        return of(plan, filter.clauses());
    }

    /** Those that satisfy one of these clauses; without any, all. */
    public static PlanNumbers of(NumberingPlan plan, List<Clause> clauses) {
        return clauses.isEmpty() ? all(plan) : new PlanNumbers(plan, List.copyOf(clauses));
    }

    private double[][] breadths() {
        var found = new double[plan.forms().size()][LONGEST + 1];
        var ways = new double[automaton.states()];
        ways[START] = 1;
        for (var length = 0; length <= LONGEST; length++) {
            for (var state = 0; state < ways.length; state++) {
                for (var form : automaton.forms(state)) {
                    found[form][length] += ways[state];
                }
            }
            ways = afterOneKey(ways);
        }
        return found;
    }

    private double[] afterOneKey(double[] ways) {
        var next = new double[ways.length];
        for (var state = 0; state < ways.length; state++) {
            if (ways[state] > 0) {
                for (var key = 0; key < DialKeys.COUNT; key++) {
                    var to = automaton.next(state, key);
                    if (to != NONE) {
                        next[to] += ways[state];
                    }
                }
            }
        }
        return next;
    }

    /** Whether there is no number at all. */
    public boolean isEmpty() {
        return !goesOn(START);
    }

    /** Where a key, by its number in {@link DialKeys}, leads; {@link #NONE} where no number goes on with it. */
    public int next(int state, int key) {
        return automaton.next(state, key);
    }

    /** Whether longer numbers are possible. */
    public boolean goesOn(int state) {
        return automaton.goesOn(state);
    }

    /**
     * Of what form the number is that ends at a state after so many digits; where it may be of several, the one with
     * the fewest numbers, and of equals the one that stands first in the plan. {@link #NONE} where none ends.
     */
    public int form(int state, int length) {
        var best = NONE;
        for (var form : automaton.forms(state)) {
            var breadth = breadth(form, length);
            if (breadth > 0 && (best == NONE || breadth < breadth(best, length))) {
                best = form;
            }
        }
        return best;
    }

    /** How many forms its plan has; they are counted from 0. */
    public int forms() {
        return breadths.length;
    }

    /** How many numbers of a form have this length. */
    public double breadth(int form, int length) {
        return length < 0 || length > LONGEST ? 0 : breadths[form][length];
    }

    /** Whether the numbers of a form have different lengths. */
    public boolean anyLength(int form) {
        return anyLength[form];
    }

    /** Of what form a number is; {@link #NONE} where it is none of these numbers. */
    public int form(String number) {
        var state = START;
        for (var at = 0; at < number.length() && state != NONE; at++) {
            var key = DialKeys.of(number.charAt(at));
            state = key < 0 ? NONE : next(state, key);
        }
        return state == NONE ? NONE : form(state, number.length());
    }

    /** Whether it is one of these numbers. */
    public boolean contains(String number) {
        return form(number) != NONE;
    }

    /** The parts of a number; empty where it is none of these numbers. */
    public List<TaggedDigits> parts(String number) {
        var form = form(number);
        var found = new ArrayList<TaggedDigits>();
        return form != NONE && divides(plan.forms().get(form).parts(), number, found) ? List.copyOf(found) : List.of();
    }

    /** Divides digits among parts so that a clause admits them: the first parts have as few digits as they can. */
    private boolean divides(List<Part> parts, String digits, List<TaggedDigits> found) {
        if (parts.isEmpty()) {
            return digits.isEmpty() && clauses.stream().anyMatch(clause -> clause.admits(found));
        }
        var part = parts.getFirst();
        for (var length = 1; length <= Math.min(part.longest(), digits.length()); length++) {
            var taken = digits.substring(0, length);
            if (part.matches(taken)) {
                found.add(new TaggedDigits(part.tag(), taken));
                if (divides(parts.subList(1, parts.size()), digits.substring(length), found)) {
                    return true;
                }
                found.removeLast();
            }
        }
        return false;
    }
}
