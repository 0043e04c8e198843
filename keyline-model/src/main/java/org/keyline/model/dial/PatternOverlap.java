package org.keyline.model.dial;

import java.util.List;
import org.keyline.model.dial.DigitPattern.Repeat;
import org.keyline.model.dial.DigitPattern.Step;

/** Which numbers two patterns have in common. */
final class PatternOverlap {
    private final List<Step> one;
    private final List<Step> other;

    PatternOverlap(DigitPattern one, DigitPattern other) {
        this.one = one.simpleSteps();
        this.other = other.simpleSteps();
    }

    /** For each length up to {@code longest} whether a number of that length matches both. */
    boolean[] lengths(int longest) {
        var common = new boolean[longest + 1];
        var reached = new boolean[one.size() + 1][other.size() + 1];
        reach(reached, 0, 0);
        for (var length = 0; length <= longest; length++) {
            common[length] = reached[one.size()][other.size()];
            reached = afterOneKey(reached);
        }
        return common;
    }

    private boolean[][] afterOneKey(boolean[][] reached) {
        var next = new boolean[one.size() + 1][other.size() + 1];
        for (var i = 0; i < one.size(); i++) {
            for (var j = 0; j < other.size(); j++) {
                if (reached[i][j] && (one.get(i).keys() & other.get(j).keys()) != 0) {
                    reach(next, stays(one.get(i)) ? i : i + 1, stays(other.get(j)) ? j : j + 1);
                }
            }
        }
        return next;
    }

    /** Marks a pair of places and those reached from it without a key. */
    private void reach(boolean[][] reached, int i, int j) {
        if (reached[i][j]) {
            return;
        }
        reached[i][j] = true;
        if (i < one.size() && stays(one.get(i))) {
            reach(reached, i + 1, j);
        }
        if (j < other.size() && stays(other.get(j))) {
            reach(reached, i, j + 1);
        }
    }

    private static boolean stays(Step step) {
        return step.repeat() == Repeat.ZERO_OR_MORE;
    }
}
