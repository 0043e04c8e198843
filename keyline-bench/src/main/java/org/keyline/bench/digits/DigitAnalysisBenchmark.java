package org.keyline.bench.digits;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.keyline.callcontrol.digits.Analysis;
import org.keyline.callcontrol.digits.DialPlan;
import org.keyline.callcontrol.digits.SearchOrder;
import org.keyline.model.dial.CallingSearchSpace;
import org.keyline.model.dial.DirectoryNumber;
import org.keyline.model.dial.Line;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One analysis of the digits a caller has dialled, in a plan of many numbers in fifty partitions. The numbers asked for
 * are drawn at random beforehand, so that the trie is walked where it is cold too.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class DigitAnalysisBenchmark {
    private static final int FIRST_NUMBER = 1_000_000;
    private static final int PARTITIONS = 50;
    private static final int QUESTIONS = 1 << 14;
    private static final String EVERYONE = "Everyone";
    private static final SearchOrder CALLER = new SearchOrder(Optional.of(EVERYONE), Optional.empty());

    /** How many numbers the plan holds. */
    @Param("100000")
    private int patterns = 100_000;

    private DialPlan plan = DialPlan.compile(List.of(), List.of(), Map.of());
    private String[] whole = new String[0];
    private String[] partial = new String[0];
    private String[] foreign = new String[0];
    private int next;

    /** Compiles the plan and draws the numbers. */
    @Setup
    public void prepare() {
        plan = DialPlan.compile(lines(), List.of(), Map.of(EVERYONE, everyone()));
        var random = new SplittableRandom(20_040_401);
        whole = draw(random, FIRST_NUMBER, 7);
        partial = draw(random, FIRST_NUMBER, 4);
        foreign = draw(random, 9 * FIRST_NUMBER, 7);
    }

    private List<Line> lines() {
        var lines = new ArrayList<Line>(patterns);
        for (int i = 0; i < patterns; i++) {
            lines.add(new Line(
                    new DirectoryNumber(Integer.toString(FIRST_NUMBER + i)),
                    partition(i % PARTITIONS),
                    "",
                    "",
                    Optional.empty()));
        }
        return lines;
    }

    private static CallingSearchSpace everyone() {
        return new CallingSearchSpace(
                EVERYONE,
                "",
                IntStream.range(0, PARTITIONS)
                        .mapToObj(DigitAnalysisBenchmark::partition)
                        .toList());
    }

    private static String partition(int index) {
        return "Partition" + index;
    }

    private String[] draw(SplittableRandom random, int first, int length) {
        var drawn = new String[QUESTIONS];
        for (int i = 0; i < QUESTIONS; i++) {
            drawn[i] = Integer.toString(first + random.nextInt(patterns)).substring(0, length);
        }
        return drawn;
    }

    private Analysis ask(String[] questions) {
        next = (next + 1) & (QUESTIONS - 1);
        return plan.analyse(CALLER, questions[next]);
    }

    /** A whole number that leads to a line. */
    @Benchmark
    public Analysis wholeNumber() {
        return ask(whole);
    }

    /** The first digits of one. */
    @Benchmark
    public Analysis firstDigits() {
        return ask(partial);
    }

    /** A number that nobody has. */
    @Benchmark
    public Analysis unknownNumber() {
        return ask(foreign);
    }
}
