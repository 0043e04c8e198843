package org.keyline.spec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Writes down how each test that carries {@link Spec} ended, whichever engine ran it.
 *
 * <p>The JUnit Platform finds this listener by itself. It is silent unless the system property {@value #DIRECTORY}
 * names a directory; there it leaves one file for each test class with lines of row id, test and verdict, tab
 * separated.
 */
public final class SpecListener implements TestExecutionListener {
    /** The system property naming the directory to write to. */
    public static final String DIRECTORY = "keyline.spec.report";

    private final Optional<Path> directory;
    private final Map<TaggedTest, Verdict> verdicts = new ConcurrentHashMap<>();
    private volatile @Nullable TestPlan plan;

    /** The listener as JUnit makes it, writing where {@value #DIRECTORY} says. */
    public SpecListener() {
        this(Optional.ofNullable(System.getProperty(DIRECTORY)).map(Path::of));
    }

    SpecListener(Optional<Path> directory) {
        this.directory = directory;
    }

    @Override
    public void testPlanExecutionStarted(TestPlan started) {
        verdicts.clear();
        plan = started;
    }

    @Override
    public void executionSkipped(TestIdentifier identifier, String reason) {
        recordAll(identifier, Verdict.SKIPPED);
    }

    @Override
    public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
        var verdict = verdict(result);
        if (identifier.isTest()) {
            record(identifier, verdict);
        } else if (verdict != Verdict.PASSED) {
            // A class or template that broke before or after its tests takes them all with it.
            recordAll(identifier, verdict);
        }
    }

    @Override
    public void testPlanExecutionFinished(TestPlan finished) {
        directory.ifPresent(this::write);
    }

    private static Verdict verdict(TestExecutionResult result) {
        return switch (result.getStatus()) {
            case SUCCESSFUL -> Verdict.PASSED;
            case ABORTED -> Verdict.SKIPPED;
            case FAILED -> Verdict.FAILED;
        };
    }

    private void recordAll(TestIdentifier container, Verdict verdict) {
        record(container, verdict);
        var known = plan;
        if (known != null) {
            known.getDescendants(container).forEach(test -> record(test, verdict));
        }
    }

    private void record(TestIdentifier identifier, Verdict verdict) {
        method(identifier).flatMap(TaggedTest::of).ifPresent(test -> verdicts.merge(test, verdict, Verdict::or));
    }

    /** The method behind a test; an invocation or dynamic test without one of its own belongs to its parent's. */
    private Optional<MethodSource> method(TestIdentifier identifier) {
        var known = plan;
        Optional<TestIdentifier> at = Optional.of(identifier);
        while (at.isPresent()) {
            var source = at.get().getSource();
            if (source.isPresent() && source.get() instanceof MethodSource method) {
                return Optional.of(method);
            }
            at = known == null ? Optional.empty() : known.getParent(at.get());
        }
        return Optional.empty();
    }

    private void write(Path to) {
        var byClass = verdicts.entrySet().stream()
                .collect(Collectors.groupingBy(entry -> entry.getKey().className(), TreeMap::new, Collectors.toList()));
        try {
            Files.createDirectories(to);
            for (var tests : byClass.entrySet()) {
                var lines = tests.getValue().stream()
                        .flatMap(entry -> entry.getKey().outcomes(entry.getValue()))
                        .map(TestOutcome::line)
                        .sorted()
                        .toList();
                Files.write(to.resolve(tests.getKey() + ".tsv"), lines);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the spec report cannot be written to " + to, e);
        }
    }
}
