package org.keyline.node.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.keyline.ctl.client.ClientTexts;
import org.keyline.ctl.client.TerminalDialogue;
import org.keyline.node.FirstAdministrator;
import org.keyline.node.secure.Given;
import org.keyline.node.secure.Secure;
import org.keyline.trust.secret.Secret;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The whole way from a fresh server to encrypted calls, step by step. */
@Command(name = "secure", mixinStandardHelpOptions = true)
public final class SecureCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--data", required = true, paramLabel = "DIR", descriptionKey = "keyline.config.data")
    private Path data = Path.of("data");

    @Option(names = "--check", descriptionKey = "keyline.secure.check")
    private boolean check;

    @Option(names = "--json", descriptionKey = "keyline.secure.json")
    private boolean json;

    @Option(names = "--yes", descriptionKey = "keyline.secure.yes")
    private boolean yes;

    @Option(names = "--user", defaultValue = FirstAdministrator.NAME, descriptionKey = "keyline.ctl.user")
    private String user = "";

    @Option(names = "--user-password-file", descriptionKey = "keyline.ctl.userpassword")
    private Optional<Path> userPassword = Optional.empty();

    @Option(names = "--token", paramLabel = "TOKEN", descriptionKey = "keyline.secure.token")
    private List<String> tokens = List.of();

    @Option(names = "--password-file", descriptionKey = "keyline.passwordfile")
    private Optional<Path> tokenPassword = Optional.empty();

    @Option(names = "--backup", paramLabel = "FILE", descriptionKey = "keyline.secure.backup")
    private Optional<Path> backup = Optional.empty();

    @Option(names = "--passphrase-file", paramLabel = "FILE", descriptionKey = "keyline.backup.passphrasefile")
    private Optional<Path> backupPassphrase = Optional.empty();

    @Option(names = "--again", paramLabel = "STEP", descriptionKey = "keyline.secure.again")
    private List<String> again = List.of();

    @Override
    public Integer call() throws IOException {
        var language = CommandTexts.language();
        var secure = new Secure(data, new Given(user, tokens, backup, passwords()), language);
        if (!again.isEmpty()) {
            var unknown = secure.takeUp(Set.copyOf(again));
            if (!unknown.isEmpty()) {
                throw new ParameterException(
                        spec.commandLine(), CommandTexts.text("secure.nostep", String.join(", ", unknown)));
            }
        }
        return isDone(secure) ? 0 : 1;
    }

    private boolean isDone(Secure secure) throws IOException {
        if (json) {
            return secure.json(System.out::println);
        }
        if (check) {
            return secure.check(System.out::println);
        }
        if (yes) {
            return secure.unattended(System.out::println, Trouble::text);
        }
        try (var terminal = TerminalDialogue.open(new ClientTexts(CommandTexts.language()))) {
            return secure.guide(terminal, Trouble::text);
        }
    }

    private Given.Passwords passwords() {
        return new Given.Passwords() {
            @Override
            public Optional<Secret> ofAccount() throws IOException {
                return userPassword.isPresent() ? Optional.of(Password.of(user, userPassword)) : Optional.empty();
            }

            @Override
            public Optional<Secret> ofToken(String place) throws IOException {
                return tokenPassword.isPresent() ? Optional.of(Password.of(place, tokenPassword)) : Optional.empty();
            }

            @Override
            public Optional<Secret> ofBackup() throws IOException {
                return backupPassphrase.isPresent()
                        ? Optional.of(Password.chooseForBackup(backupPassphrase))
                        : Optional.empty();
            }
        };
    }
}
