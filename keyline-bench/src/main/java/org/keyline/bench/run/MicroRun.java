package org.keyline.bench.run;

import java.nio.file.Files;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.keyline.bench.codec.SccpCodecBenchmark;
import org.keyline.bench.digits.DigitAnalysisBenchmark;
import org.keyline.bench.report.Figure;
import org.keyline.bench.report.Target;
import org.keyline.bench.trust.LscBenchmark;
import org.keyline.bench.trust.SignedFileBenchmark;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Measurements by JMH: each in a Java of its own, with what it allocates. */
public final class MicroRun implements Measurement {
    private static final String LOGGING = "logback.configurationFile";

    private final String name;
    private final Class<?> benchmark;
    private final Optional<String> quickVersion;
    private final Optional<Target> target;

    private MicroRun(String name, Class<?> benchmark, Optional<String> quickVersion, Optional<Target> target) {
        this.name = name;
        this.benchmark = benchmark;
        this.quickVersion = quickVersion;
        this.target = target;
    }

    /** SCCP messages read and written by one thread. */
    public static MicroRun codec() {
        return new MicroRun("codec", SccpCodecBenchmark.class, Optional.of("17"), Optional.of(Target.atLeast(2e6)));
    }

    /** Numbers analysed in plans of 100,000 and 1,000,000 patterns, in nanoseconds; compiling them, in milliseconds. */
    public static MicroRun digits() {
        return new MicroRun(
                "digits", DigitAnalysisBenchmark.class, Optional.empty(), Optional.of(Target.atMost(5_000)));
    }

    /** LSCs issued. */
    public static MicroRun certificates() {
        return new MicroRun("certificates", LscBenchmark.class, Optional.empty(), Optional.empty());
    }

    /** Signed configuration files, built and found again. */
    public static MicroRun files() {
        return new MicroRun("files", SignedFileBenchmark.class, Optional.empty(), Optional.empty());
    }

    @Override
    public void run(Workshop workshop) throws Exception {
        workshop.progress()
                .say(name + ": JMH; its own words go to " + workshop.results().resolve(name + ".txt"));
        Files.createDirectories(workshop.results());
        for (var result : measure(workshop)) {
            add(workshop, result);
        }
    }

    private Collection<RunResult> measure(Workshop workshop) throws Exception {
        var options = new OptionsBuilder()
                .include("^" + benchmark.getName().replace(".", "\\.") + "\\.")
                .addProfiler(GCProfiler.class)
                .jvmArgsAppend("-D" + LOGGING + "=" + System.getProperty(LOGGING))
                .output(workshop.results().resolve(name + ".txt").toString())
                .resultFormat(ResultFormatType.JSON)
                .result(workshop.results().resolve(name + "-jmh.json").toString());
        if (workshop.scale().quickJmh()) {
            quick(options);
        }
        return new Runner(options.build()).run();
    }

    private void quick(ChainedOptionsBuilder options) {
        var moment = TimeValue.milliseconds(400);
        options.warmupIterations(2).warmupTime(moment).measurementIterations(2).measurementTime(moment);
        quickVersion.ifPresent(version -> options.param("version", version));
    }

    private void add(Workshop workshop, RunResult result) {
        var primary = result.getPrimaryResult();
        var label = label(result);
        workshop.report().add(new Figure(name, label, primary.getScore(), primary.getScoreUnit(), target));
        result.getSecondaryResults().forEach((key, value) -> allocation(workshop, label, key, value));
    }

    private void allocation(Workshop workshop, String label, String key, Result<?> value) {
        if (key.endsWith("gc.alloc.rate.norm")) {
            workshop.report().add(Figure.of(name, label + ", allocated", value.getScore(), "B/op"));
        }
    }

    private static String label(RunResult result) {
        var parameters = result.getParams();
        var values = parameters.getParamsKeys().stream()
                .map(key -> key.equals("sample") ? parameters.getParam(key) : key + " " + parameters.getParam(key))
                .collect(Collectors.joining(", "))
                .toLowerCase(Locale.ROOT);
        return result.getPrimaryResult().getLabel() + " " + values;
    }
}
