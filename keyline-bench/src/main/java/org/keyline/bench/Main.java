package org.keyline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.keyline.bench.report.MachineFacts;
import org.keyline.bench.report.Report;
import org.keyline.bench.run.BusyHourRun;
import org.keyline.bench.run.CallsRun;
import org.keyline.bench.run.CapacityRun;
import org.keyline.bench.run.EnrolmentRun;
import org.keyline.bench.run.Measurement;
import org.keyline.bench.run.MediaRun;
import org.keyline.bench.run.MicroRun;
import org.keyline.bench.run.RegistrationRun;
import org.keyline.bench.run.ResigningRun;
import org.keyline.bench.run.Scale;
import org.keyline.bench.run.StartRun;
import org.keyline.bench.run.SwapRun;
import org.keyline.bench.run.Workshop;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bench}: measures the server and its parts; the exit code tells only whether everything could be measured. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Measure Keyline: its parts by JMH, a whole node by the load generator.")
public final class Main implements Callable<Integer> {
    private static final String LOGGING = "logback.configurationFile";

    /** What can be measured, in the order it is. */
    enum Name {
        CODEC,
        DIGITS,
        CERTIFICATES,
        FILES,
        START,
        REGISTRATIONS,
        CAPACITY,
        CALLS,
        BUSYHOUR,
        SWAP,
        RESIGNING,
        ENROLMENTS,
        MEDIA;

        private Measurement measurement() {
            return switch (this) {
                case CODEC -> MicroRun.codec();
                case DIGITS -> MicroRun.digits();
                case CERTIFICATES -> MicroRun.certificates();
                case FILES -> MicroRun.files();
                case START -> new StartRun();
                case REGISTRATIONS -> new RegistrationRun();
                case CAPACITY -> new CapacityRun();
                case CALLS -> new CallsRun();
                case BUSYHOUR -> new BusyHourRun();
                case SWAP -> new SwapRun();
                case RESIGNING -> new ResigningRun();
                case ENROLMENTS -> new EnrolmentRun();
                case MEDIA -> new MediaRun();
            };
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "NAME", description = "What to measure: ${COMPLETION-CANDIDATES}; without any, all.")
    private List<Name> names = List.of();

    @Option(names = "--quick", description = "Few phones and short times: a first impression.")
    private boolean quick;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the results there too.")
    private @Nullable Path json;

    @Option(names = "--keep", description = "Keep the working directory: node logs, the load generator's reports.")
    private boolean keep;

    private Main() {}

    /** Measures; 0 when everything could be measured. */
    public static void main(String[] arguments) {
        if (System.getProperty(LOGGING) == null) {
            System.setProperty(LOGGING, "lab-logback.xml");
        }
        System.exit(new CommandLine(new Main())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        var home = Path.of(System.getProperty("keyline.home", "."));
        var results = home.resolve("target").resolve("bench");
        var report = new Report(MachineFacts.gather(home));
        var progress = new Progress(spec.commandLine().getOut());
        var directory = Files.createTempDirectory("keyline-bench");
        try {
            var workshop = new Workshop(directory, results, quick ? Scale.QUICK : Scale.FULL, report, progress);
            for (var name : names.isEmpty() ? EnumSet.allOf(Name.class) : EnumSet.copyOf(names)) {
                measure(name, workshop, report, progress);
            }
        } finally {
            tidy(directory, progress);
        }
        report.print(spec.commandLine().getOut());
        save(report, results);
        return report.isWhole() ? 0 : 1;
    }

    private static void measure(Name name, Workshop workshop, Report report, Progress progress) {
        try {
            name.measurement().run(workshop);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            report.failed(name.toString(), "interrupted");
        } catch (Exception e) {
            progress.say(name + " could not be measured: " + e);
            report.failed(name.toString(), e.toString());
        }
    }

    private void save(Report report, Path results) throws IOException {
        var usual = results.resolve((quick ? "quick" : "bench") + ".json");
        report.write(usual);
        if (json != null) {
            report.write(json);
        }
        spec.commandLine().getOut().printf("%nresults: %s%n", json == null ? usual : json);
    }

    private void tidy(Path directory, Progress progress) throws IOException {
        if (keep) {
            progress.say("kept " + directory);
            return;
        }
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
