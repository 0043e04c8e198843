package org.keyline.node.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.keyline.trust.inventory.WebSecurity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What operators of other systems type to change certificates (spec SEC-32, SEC-33). */
@Command(name = "set", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND")
public final class SetCommand {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Command(name = "cert", mixinStandardHelpOptions = true)
    int cert(
            @Option(names = "--data", required = true, paramLabel = "DIR", descriptionKey = "keyline.config.data")
                    Path data,
            @Parameters(index = "0", paramLabel = "regen", descriptionKey = "keyline.cert.regen") String action,
            @Parameters(index = "1", paramLabel = "NAME", descriptionKey = "keyline.cert.own") String name)
            throws IOException {
        if (!action.toLowerCase(Locale.ROOT).equals("regen")) {
            throw new ParameterException(spec.commandLine(), CommandTexts.text("cert.badaction", action));
        }
        return Inventory.report(Inventory.of(data).regenerate(name), Inventory::text);
    }

    @Command(name = "web-security", mixinStandardHelpOptions = true)
    int webSecurity(
            @Option(names = "--data", required = true, paramLabel = "DIR", descriptionKey = "keyline.config.data")
                    Path data,
            @Parameters(index = "0", paramLabel = "UNIT", descriptionKey = "keyline.cert.unit") String unit,
            @Parameters(index = "1", paramLabel = "ORGANISATION", descriptionKey = "keyline.cert.organisation")
                    String organisation,
            @Parameters(
                            index = "2",
                            paramLabel = "LOCALITY",
                            defaultValue = "",
                            descriptionKey = "keyline.cert.locality")
                    String locality,
            @Parameters(index = "3", paramLabel = "STATE", defaultValue = "", descriptionKey = "keyline.cert.state")
                    String state,
            @Parameters(index = "4", paramLabel = "COUNTRY", defaultValue = "", descriptionKey = "keyline.cert.country")
                    String country)
            throws IOException {
        var inventory = Inventory.of(data);
        return Inventory.report(
                WebSecurity.of(unit, organisation, locality, state, country).then(inventory::setWebSecurity),
                Inventory::text);
    }
}
