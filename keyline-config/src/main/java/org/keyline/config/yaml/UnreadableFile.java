package org.keyline.config.yaml;

/** The file cannot be read on from some place. */
final class UnreadableFile extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient LocatedProblem problem;

    UnreadableFile(LocatedProblem problem) {
        super(problem.toString());
        this.problem = problem;
    }

    LocatedProblem problem() {
        return problem;
    }
}
