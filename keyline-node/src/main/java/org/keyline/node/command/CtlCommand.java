package org.keyline.node.command;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.keyline.config.Configuration;
import org.keyline.ctl.ConfiguredSecurity;
import org.keyline.ctl.CtlChoice;
import org.keyline.ctl.CtlFileStore;
import org.keyline.ctl.CtlOutcome;
import org.keyline.ctl.CtlRequest;
import org.keyline.ctl.CtlUpdate;
import org.keyline.ctl.LocalProvider;
import org.keyline.node.ClusterServers;
import org.keyline.node.InForce;
import org.keyline.node.NodeDirectory;
import org.keyline.node.OwnFacts;
import org.keyline.trust.token.SecurityToken;
import org.keyline.trust.token.SoftwareToken;
import org.keyline.trust.trustlist.TrustListVariant;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Signs the CTL file and sets the cluster security mode. */
@Command(name = "ctl", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND")
public final class CtlCommand {
    /** What {@code --mode} may say. */
    enum Mode {
        MIXED(CtlChoice.MIXED_MODE),
        NON_SECURE(CtlChoice.NON_SECURE_MODE),
        UNCHANGED(CtlChoice.UPDATE);

        private final CtlChoice choice;

        Mode(CtlChoice choice) {
            this.choice = choice;
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

    @Command(name = "update", mixinStandardHelpOptions = true)
    int update(
            @Option(names = "--data", required = true, paramLabel = "DIR", descriptionKey = "keyline.config.data")
                    Path data,
            @Option(names = "--mode", defaultValue = "unchanged", descriptionKey = "keyline.ctl.mode") String mode,
            @Option(names = "--token", required = true, paramLabel = "FILE", descriptionKey = "keyline.ctl.token")
                    List<Path> tokenFiles,
            @Option(names = "--password-file", descriptionKey = "keyline.passwordfile") Optional<Path> passwordFile)
            throws IOException, GeneralSecurityException {
        var choice = Mode.of(mode, spec.commandLine()).choice;
        var directory = NodeDirectory.existing(data);
        var tokens = open(tokenFiles, passwordFile);
        try (var configuration = Configuration.open(directory.path())) {
            var facts = OwnFacts.of(configuration, directory);
            var request = new CtlRequest(
                    choice,
                    tokens.getFirst(),
                    tokens.subList(1, tokens.size()),
                    ClusterServers.of(configuration.store(), directory));
            var update = new CtlUpdate(
                    new LocalProvider(
                            facts, CtlFileStore.in(directory.path()), new ConfiguredSecurity(configuration)),
                    TrustListVariant.OLD_PHONES,
                    Clock.systemUTC());
            var outcome = update.run(request);
            InForce.await(directory, configuration);
            return report(directory, outcome, tokens.getFirst());
        }
    }

    private static List<SecurityToken> open(List<Path> files, Optional<Path> passwordFile)
            throws IOException, GeneralSecurityException {
        var tokens = new ArrayList<SecurityToken>();
        for (var file : files) {
            try (var password = Password.of(file.toString(), passwordFile)) {
                tokens.add(SoftwareToken.open(file, password));
            }
        }
        return tokens;
    }

    private static int report(NodeDirectory directory, CtlOutcome outcome, SecurityToken signer) {
        var language = CommandTexts.language();
        return switch (outcome) {
            case CtlOutcome.Done(var list, var mode, _) -> {
                System.out.println(CommandTexts.text(
                        "ctl.done",
                        directory.files().resolve("CTLFile.tlv"),
                        list.records().size(),
                        signer.name(),
                        mode));
                System.out.println(CommandTexts.text("ctl.next"));
                yield 0;
            }
            case CtlOutcome.Refused(var message, var detail) -> {
                System.err.println(message.text(language) + " " + detail);
                yield 1;
            }
            case CtlOutcome.Failed(var message, var detail, _) -> {
                System.err.println(message.text(language) + " " + detail);
                yield 1;
            }
        };
    }
}
