package org.keyline.spec;

import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/**
 * A row, where it stands, and the tests that name it.
 *
 * @param row the row
 * @param status where it stands
 * @param tests the verdicts by test, in order of name
 * @param reason why the row is excluded; empty when it is not
 */
record RowResult(SpecRow row, RowStatus status, SequencedMap<String, Verdict> tests, String reason) {
    static RowResult of(SpecRow row, SequencedMap<String, Verdict> tests, String reason) {
        return new RowResult(row, status(List.copyOf(tests.values()), reason), tests, reason);
    }

    String line() {
        return String.join(
                "\t", row.id(), status.word(), tests.keySet().stream().collect(Collectors.joining(" ")));
    }

    private static RowStatus status(List<Verdict> verdicts, String reason) {
        if (verdicts.contains(Verdict.FAILED)) {
            return RowStatus.FAILING;
        }
        if (verdicts.contains(Verdict.PASSED)) {
            return RowStatus.COVERED;
        }
        return reason.isEmpty() ? RowStatus.UNCOVERED : RowStatus.EXCLUDED;
    }
}
