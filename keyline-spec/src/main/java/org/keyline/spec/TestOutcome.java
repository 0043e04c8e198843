package org.keyline.spec;

/**
 * One line of a module's report: a test that names a row, and how it ended.
 *
 * @param id the row's id, for example {@code OV-65}
 * @param test the test as {@code package.Class#method}
 * @param verdict how the test ended, all its invocations taken together
 */
record TestOutcome(String id, String test, Verdict verdict) {
    String line() {
        return String.join("\t", id, test, verdict.word());
    }

    static TestOutcome parse(String line) {
        var cells = line.split("\t", -1);
        if (cells.length != 3) {
            throw new SpecError("not a line of a spec report: \"" + line + "\"");
        }
        return new TestOutcome(cells[0], cells[1], Verdict.of(cells[2]));
    }
}
