package org.keyline.node.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.keyline.config.Configuration;
import org.keyline.config.store.Author;
import org.keyline.config.store.Edit;
import org.keyline.config.store.SaveResult;
import org.keyline.model.schema.Kinds;
import org.keyline.model.schema.Problem;
import org.keyline.model.schema.Texts;
import org.keyline.model.schema.Value;
import org.keyline.model.server.SrstReference;
import org.keyline.node.InForce;
import org.keyline.node.NodeDirectory;
import org.keyline.node.srst.Gateways;
import org.keyline.serviceability.alarm.AlarmLog;
import org.keyline.trust.srst.Fetched;
import org.keyline.trust.srst.GatewayCertificate;
import org.keyline.trust.tls.LegacyAlgorithms;
import org.keyline.web.srst.SrstGateways.Acceptance;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** SRST references and the certificates of their gateways, as the web page of the same name manages them. */
@Command(
        name = "srst",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = SrstCommand.CertificateCommand.class)
public final class SrstCommand {
    private static final String DATA = "keyline.config.data";
    private static final String NAME = "keyline.srst.name";

    @Command(name = "list", mixinStandardHelpOptions = true)
    int list(@Option(names = "--data", required = true, paramLabel = "DIR", descriptionKey = DATA) Path data)
            throws IOException {
        try (var configuration = opened(data)) {
            var references = configuration.snapshots().current().srstReferences().values().stream()
                    .sorted(Comparator.comparing(SrstReference::name))
                    .toList();
            references.forEach(SrstCommand::line);
            if (references.isEmpty()) {
                System.out.println(CommandTexts.text("srst.none"));
            }
            return 0;
        }
    }

    private static void line(SrstReference reference) {
        System.out.printf(
                Locale.ROOT,
                "%-24s %-32s %s%n",
                reference.name(),
                reference.address() + ":" + reference.port(),
                CommandTexts.text(state(reference)));
    }

    private static String state(SrstReference reference) {
        return !reference.secure()
                ? "srst.notsecure"
                : reference.certificate().isEmpty() ? "srst.withoutcertificate" : "srst.secure";
    }

    @Command(name = "show", mixinStandardHelpOptions = true)
    int show(
            @Option(names = "--data", required = true, paramLabel = "DIR", descriptionKey = DATA) Path data,
            @Parameters(paramLabel = "NAME", descriptionKey = NAME) String name)
            throws IOException {
        try (var configuration = opened(data)) {
            var snapshot = configuration.snapshots().current();
            return on(configuration, name, reference -> {
                line(reference);
                System.out.println(CommandTexts.text(
                        "srst.used",
                        String.join(", ", snapshot.poolsOfSrst(name)),
                        snapshot.phonesOfSrst(name).size()));
                reference.certificate().map(GatewayCertificate::stored).ifPresent(SrstCommand::describe);
                return 0;
            });
        }
    }

    private static Configuration opened(Path data) throws IOException {
        return Configuration.open(NodeDirectory.existing(data).path());
    }

    private static int on(Configuration configuration, String name, ToIntFunction<SrstReference> work) {
        var reference = Optional.ofNullable(
                configuration.snapshots().current().srstReferences().get(name));
        if (reference.isEmpty()) {
            System.err.println(CommandTexts.text("srst.unknown", name));
            return 1;
        }
        return work.applyAsInt(reference.get());
    }

    private static void describe(GatewayCertificate certificate) {
        System.out.println(CommandTexts.text(
                "srst.certificate",
                certificate.subject(),
                certificate.issuer(),
                certificate.serial(),
                certificate.certificate().getNotBefore().toInstant(),
                certificate.certificate().getNotAfter().toInstant(),
                certificate.sha1(),
                certificate.sha256()));
        certificate.doubts().forEach(doubt -> System.out.println(Fetched.text(doubt, CommandTexts.language())));
    }

    /** The certificate of a reference's gateway. */
    @Command(name = "certificate", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND")
    static final class CertificateCommand {
        @Command(name = "fetch", mixinStandardHelpOptions = true)
        int fetch(
                @Option(names = "--data", required = true, paramLabel = "DIR", descriptionKey = DATA) Path data,
                @Parameters(paramLabel = "NAME", descriptionKey = NAME) String name)
                throws IOException {
            try (var configuration = opened(data)) {
                return on(
                        configuration,
                        name,
                        reference -> shown(gateways(configuration).fetch(reference), name));
            }
        }

        private static int shown(Fetched fetched, String name) {
            return switch (fetched) {
                case Fetched.Shown(var certificate) -> {
                    describe(certificate);
                    System.out.println(CommandTexts.text("srst.compare", name));
                    yield 0;
                }
                case Fetched.Failed failed -> failed(failed);
            };
        }

        private static int failed(Fetched.Failed failed) {
            System.err.println(failed.text(CommandTexts.language()));
            return 1;
        }

        @Command(name = "accept", mixinStandardHelpOptions = true)
        int accept(
                @Option(names = "--data", required = true, paramLabel = "DIR", descriptionKey = DATA) Path data,
                @Option(
                                names = "--fingerprint",
                                required = true,
                                paramLabel = "SHA256",
                                descriptionKey = "keyline.srst.fingerprint")
                        String fingerprint,
                @Parameters(paramLabel = "NAME", descriptionKey = NAME) String name)
                throws IOException {
            try (var configuration = opened(data)) {
                int code = on(configuration, name, reference -> switch (gateways(configuration)
                        .accept(name, fingerprint, account())) {
                    case Acceptance.Accepted(var saved) -> saved(saved, CommandTexts.text("srst.accepted", name));
                    case Acceptance.Failed(var why) -> failed(why);
                    case Acceptance.Invalid(var problems) -> refused(problems);
                    case Acceptance.Other(var other) -> {
                        System.err.println(CommandTexts.text("srst.other", name));
                        describe(other);
                        yield 1;
                    }
                });
                InForce.await(NodeDirectory.existing(data), configuration);
                return code;
            }
        }

        @Command(name = "remove", mixinStandardHelpOptions = true)
        int remove(
                @Option(names = "--data", required = true, paramLabel = "DIR", descriptionKey = DATA) Path data,
                @Parameters(paramLabel = "NAME", descriptionKey = NAME) String name)
                throws IOException {
            try (var configuration = opened(data)) {
                var edit = new Edit.Change(Kinds.SRST_REFERENCE, name, Map.of("secure", Value.of(false)), Set.of());
                int code = on(configuration, name, reference -> switch (configuration
                        .store()
                        .apply(List.of(edit), Author.administrator(account()))) {
                    case SaveResult.Saved saved -> saved(saved, CommandTexts.text("srst.removed", name));
                    case SaveResult.Invalid(var problems) -> refused(problems);
                });
                InForce.await(NodeDirectory.existing(data), configuration);
                return code;
            }
        }

        private static Gateways gateways(Configuration configuration) {
            if (configuration.legacyPhones().areAdmitted()) {
                LegacyAlgorithms.enable();
            }
            return new Gateways(configuration, new AlarmLog(Clock.systemUTC()), Clock.systemUTC());
        }

        private static String account() {
            return System.getProperty("user.name", "console");
        }

        private static int saved(SaveResult.Saved saved, String done) {
            var texts = Texts.in(CommandTexts.language());
            System.out.println(done);
            saved.notices().forEach(notice -> System.out.println(notice.text(texts)));
            saved.after()
                    .forEach(after ->
                            System.out.println(CommandTexts.text("config.after", texts.text("after." + after.name()))));
            return 0;
        }

        private static int refused(List<Problem> problems) {
            problems.forEach(problem -> System.err.println(problem.sentence(Texts.in(CommandTexts.language()))));
            return 1;
        }
    }
}
