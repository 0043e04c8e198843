package org.keyline.node.command;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.keyline.config.Configuration;
import org.keyline.ctl.ConfiguredSecurity;
import org.keyline.ctl.CtlChoice;
import org.keyline.ctl.CtlFileStore;
import org.keyline.ctl.CtlMessage;
import org.keyline.ctl.CtlOutcome;
import org.keyline.ctl.CtlRequest;
import org.keyline.ctl.CtlUpdate;
import org.keyline.ctl.LocalProvider;
import org.keyline.ctl.ProviderException;
import org.keyline.ctl.client.ClientTexts;
import org.keyline.ctl.client.CtlWizard;
import org.keyline.ctl.client.KnownServers;
import org.keyline.ctl.client.TerminalDialogue;
import org.keyline.node.ClusterServers;
import org.keyline.node.InForce;
import org.keyline.node.NodeDirectory;
import org.keyline.node.OwnFacts;
import org.keyline.trust.token.SecurityToken;
import org.keyline.trust.token.TokenPlace;
import org.keyline.trust.trustlist.TrustListKind;
import org.keyline.trust.trustlist.TrustListVariant;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Signs the CTL file and sets the cluster security mode. */
@Command(
        name = "ctl",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "[COMMAND]",
        subcommands = CtlRunCommand.class)
public final class CtlCommand implements Callable<Integer> {
    /** What {@code --mode} may say. */
    enum Mode {
        MIXED(CtlChoice.MIXED_MODE),
        NON_SECURE(CtlChoice.NON_SECURE_MODE),
        UNCHANGED(CtlChoice.UPDATE);

        private final CtlChoice choice;

        Mode(CtlChoice choice) {
            this.choice = choice;
        }

        CtlChoice choice() {
            return choice;
        }

        /** What stands on the command line, in either case and with either stroke. */
        static Mode of(String text, CommandLine command) {
            var wanted = text.toUpperCase(Locale.ROOT).replace('-', '_');
            return Arrays.stream(values())
                    .filter(mode -> mode.name().equals(wanted))
                    .findFirst()
                    .orElseThrow(() -> new ParameterException(command, CommandTexts.text("ctl.badmode", text)));
        }
    }

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Without a command: the CTL client's wizard. */
    @Override
    public Integer call() throws IOException {
        var texts = new ClientTexts(CommandTexts.language());
        if (Optional.ofNullable(System.console()).filter(Console::isTerminal).isEmpty()) {
            System.err.println(CtlMessage.NO_TERMINAL.told(CommandTexts.language(), ""));
            return 1;
        }
        try (var terminal = TerminalDialogue.open(texts)) {
            return new CtlWizard(terminal, texts, KnownServers.ofUser()).run() ? 0 : 1;
        }
    }

    @Command(name = "update", mixinStandardHelpOptions = true)
    int update(
            @Option(names = "--data", required = true, paramLabel = "DIR", descriptionKey = "keyline.config.data")
                    Path data,
            @Option(names = "--mode", defaultValue = "unchanged", descriptionKey = "keyline.ctl.mode") String mode,
            @Option(names = "--token", required = true, paramLabel = "TOKEN", descriptionKey = "keyline.ctl.token")
                    List<String> tokenPlaces,
            @Option(names = "--password-file", descriptionKey = "keyline.passwordfile") Optional<Path> passwordFile)
            throws IOException, GeneralSecurityException {
        var choice = Mode.of(mode, spec.commandLine()).choice;
        var directory = NodeDirectory.existing(data);
        var tokens = open(tokenPlaces, passwordFile);
        try (var configuration = Configuration.open(directory.path())) {
            var facts = OwnFacts.of(configuration, directory);
            var request = new CtlRequest(
                    choice,
                    tokens.getFirst(),
                    tokens.subList(1, tokens.size()),
                    ClusterServers.of(configuration, directory));
            var update = new CtlUpdate(
                    new LocalProvider(facts, CtlFileStore.in(directory.path()), new ConfiguredSecurity(configuration)),
                    TrustListVariant.OLD_PHONES,
                    Clock.systemUTC());
            var outcome = update.run(request);
            InForce.await(directory, configuration);
            return report(directory, outcome, tokens.getFirst());
        }
    }

    /** Only who names the file deletes it: phones of a mixed cluster cannot register without it. */
    @Command(name = "delete", mixinStandardHelpOptions = true)
    int delete(
            @Option(names = "--data", required = true, paramLabel = "DIR", descriptionKey = "keyline.config.data")
                    Path data,
            @Option(names = "--confirm", defaultValue = "", descriptionKey = "keyline.ctl.confirm") String confirmed)
            throws IOException {
        var directory = NodeDirectory.existing(data);
        try (var configuration = Configuration.open(directory.path());
                var server = new LocalProvider(
                        OwnFacts.of(configuration, directory),
                        CtlFileStore.in(directory.path()),
                        new ConfiguredSecurity(configuration))) {
            if (!confirmed.equals(TrustListKind.CTL.fileName())) {
                System.err.println(CommandTexts.text("ctl.delete.ask", server.securityMode()));
                return 1;
            }
            for (var gone : server.deleteCtlFile()) {
                System.out.println(CommandTexts.text("ctl.deleted", gone));
            }
            System.out.println(CommandTexts.text("ctl.delete.next"));
            return 0;
        } catch (ProviderException refused) {
            System.err.println(refused.text(CommandTexts.language()));
            return 1;
        }
    }

    private static List<SecurityToken> open(List<String> places, Optional<Path> passwordFile)
            throws IOException, GeneralSecurityException {
        var tokens = new ArrayList<SecurityToken>();
        for (var place : places) {
            try (var password = Password.of(place, passwordFile)) {
                tokens.add(TokenPlace.parse(place).open(password));
            }
        }
        return tokens;
    }

    private static int report(NodeDirectory directory, CtlOutcome outcome, SecurityToken signer) {
        var language = CommandTexts.language();
        return switch (outcome) {
            case CtlOutcome.Done done -> {
                System.out.println(CommandTexts.text(
                        "ctl.done",
                        directory.files().resolve("CTLFile.tlv"),
                        done.list().records().size(),
                        signer.name(),
                        done.mode()));
                System.out.println(CommandTexts.text("ctl.next"));
                yield 0;
            }
            case CtlOutcome.Refused(var message, var detail) -> {
                System.err.println(message.told(language, detail));
                yield 1;
            }
            case CtlOutcome.Failed failed -> {
                System.err.println(failed.message().told(language, failed.detail()));
                yield 1;
            }
        };
    }
}
