package org.keyline.node.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.keyline.node.NodeDirectory;
import org.keyline.node.record.RecordArchive;
import org.keyline.processing.record.CallRecords;
import org.keyline.web.ladder.Ladder;
import org.keyline.web.ladder.LadderText;
import org.keyline.web.language.Language;
import org.keyline.web.language.Texts;
import org.keyline.web.record.CallForm;
import org.keyline.web.record.Causes;
import org.keyline.web.record.RecordedCall;
import org.keyline.web.record.TraceForm;
import org.keyline.web.record.TracedCall;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** Calls that are over, from the files of a node's records; the node need not run. */
@Command(name = "calls", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND")
public final class CallsCommand {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());
    private static final int WRONG = 2;

    @Command(name = "list", mixinStandardHelpOptions = true)
    int list(
            @Mixin CallsAsked asked,
            @Option(names = "--cause", defaultValue = "", paramLabel = "CAUSE", descriptionKey = "keyline.calls.cause")
                    String cause,
            @Option(
                            names = "--security",
                            defaultValue = "",
                            paramLabel = "CLASS",
                            descriptionKey = "keyline.calls.security")
                    String security,
            @Option(names = "--csv", descriptionKey = "keyline.calls.csv") boolean csv)
            throws IOException {
        var form = new CallForm(
                asked.number(),
                asked.device(),
                asked.from(),
                asked.to(),
                cause,
                security.toUpperCase(Locale.ROOT).replace('-', '_'));
        var texts = texts();
        var problems = form.problems(texts);
        if (!problems.isEmpty()) {
            problems.forEach(System.err::println);
            return WRONG;
        }
        var archive = archive(asked.data());
        if (csv) {
            archive.write(form.search(), System.out);
            return 0;
        }
        print(found(archive, form, asked.most()), texts, asked.json());
        return 0;
    }

    @Command(name = "traces", mixinStandardHelpOptions = true)
    int traces(
            @Mixin CallsAsked asked,
            @Option(names = "--call", defaultValue = "", paramLabel = "CALL", descriptionKey = "keyline.calls.call")
                    String call)
            throws IOException {
        var form = new TraceForm(asked.number(), asked.device(), call, asked.from(), asked.to());
        var problems = form.problems(texts());
        if (!problems.isEmpty()) {
            problems.forEach(System.err::println);
            return WRONG;
        }
        print(archive(asked.data()).traced(form.search(), asked.most()), asked.json());
        return 0;
    }

    private static void print(List<TracedCall> calls, boolean json) {
        if (json) {
            System.out.println(JsonMapper.builder().build().writeValueAsString(calls));
            return;
        }
        if (calls.isEmpty()) {
            System.out.println(CommandTexts.text("calls.untraced"));
        }
        calls.forEach(call -> System.out.printf(
                Locale.ROOT,
                "%s  %-24s  %s  %s%n",
                TIME.format(call.began()),
                call.id(),
                String.join(", ", call.numbers()),
                String.join(", ", call.devices())));
    }

    @Command(name = "ladder", mixinStandardHelpOptions = true)
    int ladder(
            @Option(names = "--data", required = true, paramLabel = "DIR", descriptionKey = "keyline.config.data")
                    Path data,
            @Parameters(paramLabel = "ID", descriptionKey = "keyline.calls.id") String id)
            throws IOException {
        var signals = archive(data).signals(id);
        if (signals.isEmpty()) {
            System.err.println(CommandTexts.text("calls.unkept", id));
            return 1;
        }
        System.out.print(LadderText.of(Ladder.of(signals)));
        return 0;
    }

    private static RecordArchive archive(Path data) throws IOException {
        return new RecordArchive(NodeDirectory.existing(data).path(), () -> new CallRecords.Wanted(true, true));
    }

    private static Texts texts() {
        return new Texts(Language.of(CommandTexts.language().getLanguage()));
    }

    private static List<RecordedCall> found(RecordArchive archive, CallForm form, int most) throws IOException {
        var page = archive.find(form.search(), Optional.empty(), most);
        while (page.calls().isEmpty() && page.next().isPresent()) {
            page = archive.find(form.search(), page.next(), most);
        }
        return page.calls();
    }

    private static void print(List<RecordedCall> calls, Texts texts, boolean json) {
        if (json) {
            System.out.println(JsonMapper.builder().build().writeValueAsString(calls));
            return;
        }
        if (calls.isEmpty()) {
            System.out.println(CommandTexts.text("calls.none"));
        }
        calls.forEach(call -> System.out.printf(
                Locale.ROOT,
                "%s  %-12s -> %-12s %6s  %-14s  %s  (%d)%n",
                TIME.format(call.began()),
                call.calling().number(),
                call.called().number(),
                call.connected().isPresent() ? texts.duration(call.talked()) : "-",
                texts.get("security." + call.security()),
                Causes.text(call.cause(), texts),
                call.call()));
    }
}
