package org.keyline.node.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.keyline.config.Configuration;
import org.keyline.config.store.Author;
import org.keyline.config.store.SaveResult.Saved;
import org.keyline.config.yaml.ImportMode;
import org.keyline.config.yaml.ImportResult;
import org.keyline.config.yaml.LocatedProblem;
import org.keyline.model.schema.Texts;
import org.keyline.node.InForce;
import org.keyline.node.NodeDirectory;
import org.keyline.trust.storage.AtomicFile;
import org.keyline.trust.storage.AtomicFile.Access;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The configuration as one YAML file, in and out. */
@Command(name = "config", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND")
public final class ConfigCommand {
    private static final String STANDARD = "-";

    @Command(name = "import", mixinStandardHelpOptions = true)
    int load(
            @Option(names = "--data", required = true, paramLabel = "DIR", descriptionKey = "keyline.config.data")
                    Path data,
            @Option(names = "--replace", descriptionKey = "keyline.config.replace") boolean replace,
            @Parameters(paramLabel = "FILE", descriptionKey = "keyline.config.file") String file)
            throws IOException {
        var directory = NodeDirectory.existing(data);
        try (var opened = Configuration.open(directory.path())) {
            var configuration = opened.file();
            var mode = replace ? ImportMode.REPLACE : ImportMode.MERGE;
            var author = Author.administrator(System.getProperty("user.name", "console"));
            var result = file.equals(STANDARD)
                    ? configuration.importFrom(System.in, mode, author)
                    : configuration.importFrom(Path.of(file), mode, author);
            InForce.await(directory, opened);
            return switch (result) {
                case ImportResult.Imported(var saved) -> imported(file, saved);
                case ImportResult.Rejected(var problems) -> rejected(file, problems);
            };
        }
    }

    @Command(name = "export", mixinStandardHelpOptions = true)
    int save(
            @Option(names = "--data", required = true, paramLabel = "DIR", descriptionKey = "keyline.config.data")
                    Path data,
            @Option(names = "--secrets", descriptionKey = "keyline.config.secrets") boolean secrets,
            @Parameters(paramLabel = "FILE", defaultValue = STANDARD, descriptionKey = "keyline.config.file")
                    String file)
            throws IOException {
        try (var opened = Configuration.open(NodeDirectory.existing(data).path())) {
            var text = secrets
                    ? opened.file().export(CommandTexts.language())
                    : opened.file().exportWithoutSecrets(CommandTexts.language());
            if (file.equals(STANDARD)) {
                new PrintStream(System.out, true, StandardCharsets.UTF_8).print(text);
            } else {
                AtomicFile.write(
                        Path.of(file).toAbsolutePath(), text.getBytes(StandardCharsets.UTF_8), Access.OWNER_ONLY);
                System.out.println(CommandTexts.text("config.exported", file));
            }
        }
        return 0;
    }

    private static int imported(String file, Saved saved) {
        var texts = Texts.in(CommandTexts.language());
        System.out.println(
                CommandTexts.text("config.imported", file, saved.created(), saved.updated(), saved.removed()));
        saved.notices().forEach(notice -> System.out.println(notice.text(texts)));
        for (var after : saved.after()) {
            System.out.println(CommandTexts.text("config.after", texts.text("after." + after.name())));
        }
        return 0;
    }

    private static int rejected(String file, Iterable<LocatedProblem> problems) {
        var texts = Texts.in(CommandTexts.language());
        int count = 0;
        for (var problem : problems) {
            System.err.println(file + ": " + problem.text(texts));
            count++;
        }
        System.err.println(CommandTexts.text("config.notimported", count));
        return 1;
    }
}
