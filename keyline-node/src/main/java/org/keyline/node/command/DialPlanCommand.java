package org.keyline.node.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import org.keyline.callcontrol.digits.DialPlan;
import org.keyline.config.Configuration;
import org.keyline.node.NodeDirectory;
import org.keyline.node.dial.DialPlanDesk;
import org.keyline.node.dial.DialPlanDesk.Finding;
import org.keyline.node.dial.NumberReport;
import org.keyline.processing.engine.Epoch;
import org.keyline.web.dial.NumberAnalyser.Answer.Explained;
import org.keyline.web.dial.NumberAnalyser.Question;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** Questions about the dial plan. */
@Command(name = "dialplan", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND")
public final class DialPlanCommand {
    private static final int NO_ROUTE = 3;

    @Command(name = "analyse", aliases = "analyze", mixinStandardHelpOptions = true)
    int analyse(
            @Option(names = "--data", required = true, paramLabel = "DIR", descriptionKey = "keyline.config.data")
                    Path data,
            @Option(
                            names = "--from",
                            defaultValue = "",
                            paramLabel = "CALLER",
                            descriptionKey = "keyline.dialplan.from")
                    String from,
            @Option(names = "--at", defaultValue = "", paramLabel = "TIME", descriptionKey = "keyline.dialplan.at")
                    String at,
            @Option(names = "--json", descriptionKey = "keyline.dialplan.json") boolean json,
            @Parameters(paramLabel = "DIGITS", descriptionKey = "keyline.dialplan.number") String digits)
            throws IOException {
        try (var opened = Configuration.open(NodeDirectory.existing(data).path())) {
            var snapshot = opened.snapshots().current();
            var desk = new DialPlanDesk(
                    () -> snapshot,
                    () -> DialPlan.compile(Epoch.numbering(snapshot), InstantSource.system()),
                    InstantSource.system());
            return switch (desk.find(new Question(from, digits, at))) {
                case Finding.Found found -> print(found, json);
                case Finding.NotUnderstood not -> {
                    System.err.println(not.text(CommandTexts.language()));
                    yield 2;
                }
            };
        }
    }

    private static int print(Finding.Found found, boolean json) {
        if (json) {
            System.out.println(JsonMapper.builder().build().writeValueAsString(found.explanation()));
        } else {
            print(new NumberReport(found.caller(), CommandTexts.language()).of(found.explanation()));
        }
        return found.explanation().leadsSomewhere() ? 0 : NO_ROUTE;
    }

    private static void print(Explained explained) {
        for (var step : explained.steps()) {
            System.out.println(step.title());
            for (var candidate : step.candidates()) {
                System.out.printf(
                        "  %s %-20s %-20s %s: %s%n",
                        candidate.wins() ? "*" : " ",
                        candidate.pattern(),
                        candidate.partition(),
                        candidate.kind(),
                        candidate.standing());
            }
            step.remarks().forEach(remark -> System.out.println("    " + remark));
        }
        System.out.println(explained.verdict());
        explained.facts().forEach(System.out::println);
    }
}
