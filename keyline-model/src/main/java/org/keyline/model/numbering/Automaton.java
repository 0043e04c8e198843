package org.keyline.model.numbering;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.keyline.model.dial.DialKeys;

/** The numbers of a plan as states: each key leads to one state at most, and each state to a number. */
final class Automaton {
    /** Where no key leads. */
    static final int NOWHERE = -1;

    /** A filter that needs more can be said with fewer wildcards. */
    private static final int MOST_STATES = 50_000;

    /** Where keys lead, {@link DialKeys#COUNT} for each state. */
    private final int[] next;

    /** Of what forms the numbers are that end at a state. */
    private final int[][] forms;

    private final boolean[] goesOn;

    private Automaton(int[] next, int[][] forms, boolean[] goesOn) {
        this.next = next;
        this.forms = forms;
        this.goesOn = goesOn;
    }

    static Automaton of(Nfa nfa) {
        return new Maker(nfa).make();
    }

    int states() {
        return forms.length;
    }

    int next(int state, int key) {
        return next[state * DialKeys.COUNT + key];
    }

    /** Of what forms the numbers are that end at a state. */
    int[] forms(int state) {
        return forms[state];
    }

    /** Whether longer numbers are possible. */
    boolean goesOn(int state) {
        return goesOn[state];
    }

    private static final class Maker {
        private final Nfa nfa;
        private final Map<IntBuffer, Integer> numbers = new HashMap<>();
        private final List<int[]> places = new ArrayList<>();
        private final List<int[]> edges = new ArrayList<>();

        Maker(Nfa nfa) {
            this.nfa = nfa;
        }

        Automaton make() {
            number(nfa.start());
            for (var state = 0; state < places.size(); state++) {
                var to = new int[DialKeys.COUNT];
                for (var key = 0; key < DialKeys.COUNT; key++) {
                    to[key] = number(nfa.after(places.get(state), key));
                }
                edges.add(to);
            }
            var forms = places.stream().map(nfa::forms).toArray(int[][]::new);
            var fruitful = fruitful(forms);
            var next = new int[forms.length * DialKeys.COUNT];
            var goesOn = new boolean[forms.length];
            for (var state = 0; state < forms.length; state++) {
                for (var key = 0; key < DialKeys.COUNT; key++) {
                    var to = edges.get(state)[key];
                    var leads = to != NOWHERE && fruitful[to];
                    next[state * DialKeys.COUNT + key] = leads ? to : NOWHERE;
                    goesOn[state] |= leads;
                }
            }
            return new Automaton(next, forms, goesOn);
        }

        private int number(int[] reached) {
            if (reached.length == 0) {
                return NOWHERE;
            }
            return numbers.computeIfAbsent(IntBuffer.wrap(reached), _ -> {
                if (places.size() >= MOST_STATES) {
                    throw new IllegalArgumentException("Too many wildcards for a route filter");
                }
                places.add(reached);
                return places.size() - 1;
            });
        }

        /** Which states lead to a number. Digits never run in a circle, so passes end. */
        private boolean[] fruitful(int[][] forms) {
            var found = new boolean[forms.length];
            for (var state = 0; state < forms.length; state++) {
                found[state] = forms[state].length > 0;
            }
            var more = true;
            while (more) {
                more = false;
                for (var state = forms.length - 1; state >= 0; state--) {
                    if (!found[state] && Arrays.stream(edges.get(state)).anyMatch(to -> to != NOWHERE && found[to])) {
                        found[state] = true;
                        more = true;
                    }
                }
            }
            return found;
        }
    }
}
