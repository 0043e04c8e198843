package org.keyline.node.command;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.keyline.config.Configuration;
import org.keyline.node.FirstAdministrator;
import org.keyline.node.NodeDirectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Accounts of administrators. */
@Command(name = "admin", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND")
public final class AdminCommand {
    @Command(name = "password", mixinStandardHelpOptions = true)
    int password(
            @Option(names = "--data", required = true, paramLabel = "DIR", descriptionKey = "keyline.config.data")
                    Path data,
            @Parameters(
                            paramLabel = "ACCOUNT",
                            defaultValue = FirstAdministrator.NAME,
                            descriptionKey = "keyline.admin.name")
                    String account)
            throws IOException, GeneralSecurityException {
        try (var configuration = Configuration.open(NodeDirectory.existing(data).path());
                var password = FirstAdministrator.renew(configuration.administrators(), account)) {
            Password.print(CommandTexts.text("admin.new", account, ""), password);
        }
        return 0;
    }
}
