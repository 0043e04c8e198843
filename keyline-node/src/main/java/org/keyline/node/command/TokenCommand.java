package org.keyline.node.command;

import java.nio.file.Path;
import java.util.Optional;
import org.keyline.trust.certificate.DistinguishedNameText;
import org.keyline.trust.token.SecurityToken;
import org.keyline.trust.token.SoftwareToken;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Security tokens that sign the CTL file. */
@Command(name = "token", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND")
public final class TokenCommand {
    @Command(name = "init", mixinStandardHelpOptions = true)
    int init(
            @Parameters(paramLabel = "FILE", descriptionKey = "keyline.token.file") Path file,
            @Option(names = "--name", defaultValue = "Keyline token", descriptionKey = "keyline.token.name")
                    String name,
            @Option(names = "--password-file", descriptionKey = "keyline.passwordfile") Optional<Path> passwordFile)
            throws Exception {
        try (var password = Password.choose(file.toString(), passwordFile)) {
            var token = SoftwareToken.create(file, password, name, "Keyline");
            System.out.println(CommandTexts.text("token.made", file, subject(token)));
        }
        return 0;
    }

    @Command(name = "list", mixinStandardHelpOptions = true)
    int list(
            @Parameters(paramLabel = "FILE", descriptionKey = "keyline.token.file") Path file,
            @Option(names = "--password-file", descriptionKey = "keyline.passwordfile") Optional<Path> passwordFile)
            throws Exception {
        try (var password = Password.of(file.toString(), passwordFile)) {
            System.out.println(subject(SoftwareToken.open(file, password)));
        }
        return 0;
    }

    private static String subject(SecurityToken token) {
        return DistinguishedNameText.of(token.certificate().getSubjectX500Principal());
    }
}
