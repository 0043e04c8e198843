package org.keyline.node.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.keyline.serviceability.counter.CounterCatalogue;
import org.keyline.serviceability.counter.CounterTexts;
import org.keyline.serviceability.counter.PerfCounter;
import org.keyline.serviceability.counter.PerfObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Performance counters (spec SEC-24): what there is, and the values of a running node. */
@Command(
        name = "perf",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "[COMMAND]",
        subcommands = {ShowPerfCommand.Lists.class, ShowPerfCommand.Query.class})
final class ShowPerfCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Needed where no command follows, so the parser cannot demand it. */
    @Option(names = "--data", paramLabel = "DIR", descriptionKey = "keyline.config.data")
    private Optional<Path> data = Optional.empty();

    /** All values. */
    @Override
    public Integer call() throws IOException {
        var values = RunningCounters.of(
                data.orElseThrow(() -> new ParameterException(spec.commandLine(), CommandTexts.text("perf.nodata"))));
        CounterCatalogue.objects().forEach(object -> print(object, object.counters(), values));
        return 0;
    }

    /** What counters there are; no node need run. */
    @Command(name = "list", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND")
    static final class Lists {
        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Command(name = "classes", mixinStandardHelpOptions = true)
        int classes() {
            System.out.println("==>list classes:");
            CounterCatalogue.objects().forEach(object -> System.out.println(" - " + object.name()));
            return 0;
        }

        @Command(name = "counters", mixinStandardHelpOptions = true)
        int counters(@Parameters(paramLabel = "CLASS", descriptionKey = "keyline.perf.class") String name) {
            System.out.println("==>list counters:");
            for (var counter : object(spec, name).counters()) {
                System.out.println(" - " + counter.name());
                System.out.println("     " + CounterTexts.meaning(counter, CommandTexts.language()));
            }
            return 0;
        }
    }

    /** Values of a running node. */
    @Command(name = "query", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND")
    static final class Query {
        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Command(name = "class", mixinStandardHelpOptions = true)
        int query(
                @Option(names = "--data", required = true, paramLabel = "DIR", descriptionKey = "keyline.config.data")
                        Path data,
                @Parameters(paramLabel = "CLASS", descriptionKey = "keyline.perf.class") String name)
                throws IOException {
            var object = object(spec, name);
            var values = RunningCounters.of(data);
            System.out.println("==>query class:");
            print(object, object.counters(), values);
            return 0;
        }

        @Command(name = "counter", mixinStandardHelpOptions = true)
        int counter(
                @Option(names = "--data", required = true, paramLabel = "DIR", descriptionKey = "keyline.config.data")
                        Path data,
                @Parameters(index = "0", paramLabel = "CLASS", descriptionKey = "keyline.perf.class") String name,
                @Parameters(index = "1", paramLabel = "COUNTER", descriptionKey = "keyline.perf.counter") String asked)
                throws IOException {
            var object = object(spec, name);
            var counter = object.counter(asked)
                    .orElseThrow(() -> new ParameterException(
                            spec.commandLine(), CommandTexts.text("perf.nocounter", object.name(), asked)));
            var values = RunningCounters.of(data);
            System.out.println("==>query counter:");
            print(object, List.of(counter), values);
            return 0;
        }
    }

    private static PerfObject object(CommandSpec spec, String name) {
        return CounterCatalogue.object(name)
                .orElseThrow(() -> new ParameterException(spec.commandLine(), CommandTexts.text("perf.noclass", name)));
    }

    /** As spec MSG-20 shows a class, without the column of instances: none of these has any. */
    private static void print(PerfObject object, List<PerfCounter> counters, Map<PerfCounter, Long> values) {
        System.out.println("- Perf class (" + object.name() + ")");
        System.out.println("has values:");
        int width = counters.stream().mapToInt(one -> one.name().length()).max().orElse(0);
        for (var counter : counters) {
            var value = values.containsKey(counter) ? String.valueOf(values.get(counter)) : "?";
            System.out.println(
                    counter.name() + " ".repeat(width - counter.name().length()) + " = " + value);
        }
    }
}
