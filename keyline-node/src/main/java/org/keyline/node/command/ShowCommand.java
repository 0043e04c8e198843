package org.keyline.node.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.keyline.trust.certificate.CertificatePurpose;
import org.keyline.trust.inventory.CertificateView.View;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What operators of other systems type to look at certificates and counters (spec SEC-24, SEC-31, SEC-33). */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = ShowPerfCommand.class)
public final class ShowCommand {
    @Command(name = "cert", mixinStandardHelpOptions = true)
    int cert(
            @Option(names = "--data", required = true, paramLabel = "DIR", descriptionKey = "keyline.config.data")
                    Path data,
            @Parameters(paramLabel = "NAME", arity = "0..1", descriptionKey = "keyline.cert.name")
                    Optional<String> name)
            throws IOException {
        var inventory = Inventory.of(data);
        if (name.isPresent()) {
            return CertCommand.show(inventory, name.get(), View.ALL);
        }
        System.out.print(CertCommand.table(inventory));
        return 0;
    }

    @Command(name = "web-security", mixinStandardHelpOptions = true)
    int webSecurity(
            @Option(names = "--data", required = true, paramLabel = "DIR", descriptionKey = "keyline.config.data")
                    Path data)
            throws IOException {
        return CertCommand.show(Inventory.of(data), CertificatePurpose.HTTPS.operatorName(), View.ALL);
    }
}
