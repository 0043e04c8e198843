package org.keyline.bench.digits;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.keyline.callcontrol.digits.Analysis;
import org.keyline.callcontrol.digits.DialPlan;
import org.keyline.callcontrol.digits.Numbering;
import org.keyline.callcontrol.digits.SearchOrder;
import org.keyline.model.dial.CalledTransformation;
import org.keyline.model.dial.CallingSearchSpace;
import org.keyline.model.dial.DigitDiscard;
import org.keyline.model.dial.DirectoryNumber;
import org.keyline.model.dial.Line;
import org.keyline.model.dial.NumberTag;
import org.keyline.model.dial.PlanUse;
import org.keyline.model.dial.RouteFilter;
import org.keyline.model.dial.RouteFilter.Clause;
import org.keyline.model.dial.RouteFilter.Condition;
import org.keyline.model.dial.RoutePattern;
import org.keyline.model.dial.RouteTables;
import org.keyline.model.dial.TranslationPattern;
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
 * One analysis of the digits a caller has dialled, in a plan of lines, translations, wildcards and numbering plans in
 * fifty partitions, and how long the plan takes to compile. The numbers asked for are drawn at random beforehand, so
 * that the trie is walked where it is cold too.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "-Xmx2g")
public class DigitAnalysisBenchmark {
    private static final int FIRST_NUMBER = 1_000_000;
    private static final int PARTITIONS = 50;
    private static final int QUESTIONS = 1 << 14;
    private static final String EVERYONE = "Everyone";
    private static final SearchOrder CALLER = new SearchOrder(Optional.of(EVERYONE), Optional.empty());

    /** How many patterns the plan holds; of ten nine are lines, one is a translation. */
    @Param({"100000", "1000000"})
    private int patterns = 100_000;

    private Numbering numbering = Numbering.of(List.of(), List.of(), Map.of());
    private DialPlan plan = DialPlan.compile(List.of(), List.of(), Map.of());
    private String[] whole = new String[0];
    private String[] partial = new String[0];
    private String[] foreign = new String[0];
    private String[] translated = new String[0];
    private String[] outside = new String[0];
    private int next;

    /** Compiles the plan and draws the numbers. */
    @Setup
    public void prepare() {
        numbering = Numbering.with(lines(), List.of(), Map.of(EVERYONE, everyone()))
                .translating(translations())
                .routing(routes())
                .build();
        plan = compile();
        var random = new SplittableRandom(20_040_401);
        whole = draw(random, FIRST_NUMBER, 7);
        partial = draw(random, FIRST_NUMBER, 4);
        foreign = draw(random, 9 * FIRST_NUMBER, 7);
        translated = draw(random, FIRST_NUMBER, 7);
        for (int i = 0; i < QUESTIONS; i++) {
            translated[i] = "8" + translated[i];
        }
        outside = draw(random, FIRST_NUMBER, 7);
        for (int i = 0; i < QUESTIONS; i++) {
            outside[i] = "91212555" + outside[i].substring(3);
        }
    }

    /** In each partition the numbering plan behind 9, in every other one with a filter of its own. */
    private static RouteTables routes() {
        var patterns = new ArrayList<RoutePattern>(PARTITIONS);
        var filters = new HashMap<String, RouteFilter>();
        for (int i = 0; i < PARTITIONS; i++) {
            var pattern = RoutePattern.of("9.@", partition(i), new RoutePattern.Way.Device("GW"));
            if (i % 2 == 0) {
                var area = Condition.equal(NumberTag.AREA_CODE, "2" + (10 + i));
                filters.put(area.value().text(), new RouteFilter("", "", "NANP", List.of(new Clause(List.of(area)))));
                patterns.add(pattern.over(PlanUse.NANP.filtered(area.value().text())));
            } else {
                patterns.add(pattern);
            }
        }
        return new RouteTables(patterns, Map.of(), Map.of(), filters);
    }

    private int lineCount() {
        return patterns - patterns / 10;
    }

    /**
     * Patterns that lead to ten lines each, over numbers that begin with 8; every tenth of them with a set, every
     * hundredth one of any length.
     */
    private List<TranslationPattern> translations() {
        var found = new ArrayList<TranslationPattern>(patterns / 10);
        for (int i = 0; i < patterns / 10; i++) {
            var tens = Integer.toString(FIRST_NUMBER / 10 + i % (lineCount() / 10));
            var last = i % 100 == 0 ? "!" : i % 10 == 0 ? "[0-9]" : "X";
            found.add(TranslationPattern.of("8" + tens + last, partition(i % PARTITIONS))
                    .in(EVERYONE)
                    .called(new CalledTransformation(DigitDiscard.NONE, "XXXXXXX", "")));
        }
        return found;
    }

    private List<Line> lines() {
        var lines = new ArrayList<Line>(lineCount());
        for (int i = 0; i < lineCount(); i++) {
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
            drawn[i] = Integer.toString(first + random.nextInt(lineCount())).substring(0, length);
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

    /** A number that a translation makes another one of, which leads to a line. */
    @Benchmark
    public Analysis translatedNumber() {
        return ask(translated);
    }

    /** A number of the numbering plan, behind 9. */
    @Benchmark
    public Analysis outsideNumber() {
        return ask(outside);
    }

    /** The whole plan, from its objects. */
    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @OutputTimeUnit(TimeUnit.MILLISECONDS)
    public DialPlan compile() {
        return DialPlan.compile(numbering, InstantSource.system());
    }

    /** A number that nobody has. */
    @Benchmark
    public Analysis unknownNumber() {
        return ask(foreign);
    }
}
