package org.keyline.node.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.keyline.config.Configuration;
import org.keyline.node.NodeDirectory;
import org.keyline.node.srst.TrustedGateways;
import org.keyline.trust.inventory.CertificateEntry;
import org.keyline.trust.inventory.CertificateFormat;
import org.keyline.trust.inventory.CertificateInventory;
import org.keyline.trust.inventory.CertificateView;
import org.keyline.trust.inventory.CertificateView.View;
import org.keyline.trust.inventory.Changed;
import org.keyline.trust.inventory.Outcome;
import org.keyline.trust.inventory.TrustPurpose;
import org.keyline.trust.storage.AtomicFile;
import org.keyline.trust.storage.AtomicFile.Access;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The certificates of a node, as the web page of the same name manages them. */
@Command(
        name = "cert",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = CaCommand.class)
public final class CertCommand {
    private static final String DATA = "keyline.config.data";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Command(name = "list", mixinStandardHelpOptions = true)
    int list(@Option(names = "--data", required = true, paramLabel = "DIR", descriptionKey = DATA) Path data)
            throws IOException {
        System.out.print(table(Inventory.of(data)));
        return 0;
    }

    /** Every certificate, one a line: name, end, subject. */
    static String table(CertificateInventory inventory) {
        var text = new StringBuilder();
        for (var entry : inventory.list()) {
            text.append(String.format(Locale.ROOT, "%-36s %s  %s%n", entry.name(), entry.expires(), entry.subject()));
        }
        return text.toString();
    }

    @Command(name = "show", mixinStandardHelpOptions = true)
    int show(
            @Option(names = "--data", required = true, paramLabel = "DIR", descriptionKey = DATA) Path data,
            @Option(names = "--view", defaultValue = "all", descriptionKey = "keyline.cert.view") String view,
            @Parameters(paramLabel = "NAME", descriptionKey = "keyline.cert.name") String name)
            throws IOException {
        var wanted = View.named(view).orElseThrow(() -> misused("cert.badview", view));
        return show(Inventory.of(data), name, wanted);
    }

    static int show(CertificateInventory inventory, String name, View view) {
        return Inventory.report(inventory.find(name), entry -> CertificateView.text(entry.certificate(), view));
    }

    @Command(name = "regenerate", mixinStandardHelpOptions = true)
    int regenerate(
            @Option(names = "--data", required = true, paramLabel = "DIR", descriptionKey = DATA) Path data,
            @Parameters(paramLabel = "NAME", descriptionKey = "keyline.cert.own") String name)
            throws IOException {
        return Inventory.report(Inventory.of(data).regenerate(name), Inventory::text);
    }

    @Command(name = "csr", mixinStandardHelpOptions = true)
    int csr(
            @Option(names = "--data", required = true, paramLabel = "DIR", descriptionKey = DATA) Path data,
            @Parameters(paramLabel = "NAME", descriptionKey = "keyline.cert.own") String name,
            @Parameters(paramLabel = "FILE", descriptionKey = "keyline.cert.csrfile") Path file)
            throws IOException {
        var request = Inventory.of(data).request(name);
        if (request instanceof Outcome.Done<byte[]>(var pem)) {
            AtomicFile.write(file.toAbsolutePath(), pem, Access.PUBLIC);
        }
        return Inventory.report(request, _ -> CommandTexts.text("cert.requested", file, name));
    }

    @Command(name = "install", mixinStandardHelpOptions = true)
    int install(
            @Option(names = "--data", required = true, paramLabel = "DIR", descriptionKey = DATA) Path data,
            @Parameters(paramLabel = "NAME", descriptionKey = "keyline.cert.own") String name,
            @Parameters(paramLabel = "FILE", descriptionKey = "keyline.cert.answer") Path file)
            throws IOException {
        var content = Inventory.read(file);
        return Inventory.report(Inventory.of(data).install(name, file.toString(), content), Inventory::text);
    }

    @Command(name = "export", mixinStandardHelpOptions = true)
    int export(
            @Option(names = "--data", required = true, paramLabel = "DIR", descriptionKey = DATA) Path data,
            @Option(names = "--format", defaultValue = "pem", descriptionKey = "keyline.cert.format") String format,
            @Parameters(paramLabel = "NAME", descriptionKey = "keyline.cert.name") String name,
            @Parameters(paramLabel = "FILE", arity = "0..1", descriptionKey = "keyline.cert.out") Optional<Path> file)
            throws IOException {
        var form = CertificateFormat.named(format).orElseThrow(() -> misused("cert.badformat", format));
        var inventory = Inventory.of(data);
        var found = inventory.find(name);
        if (found instanceof Outcome.Done<CertificateEntry>(var entry)) {
            var target = file.orElseGet(() -> Path.of(entry.fileName() + "." + form.ending()));
            AtomicFile.write(target.toAbsolutePath(), form.write(inventory.path(entry)), Access.PUBLIC);
            System.out.println(CommandTexts.text("cert.exported", entry.name(), target));
            return 0;
        }
        return Inventory.report(found, CertificateEntry::name);
    }

    @Command(name = "import", mixinStandardHelpOptions = true)
    int trust(
            @Option(names = "--data", required = true, paramLabel = "DIR", descriptionKey = DATA) Path data,
            @Parameters(paramLabel = "STORE", descriptionKey = "keyline.cert.store") String store,
            @Parameters(paramLabel = "FILE", descriptionKey = "keyline.cert.file") Path file)
            throws IOException {
        var purpose = TrustPurpose.named(store).orElseThrow(() -> misused("cert.badstore", store));
        var content = Inventory.read(file);
        return Inventory.report(Inventory.of(data).trust(purpose, file.toString(), content), Inventory::text);
    }

    @Command(name = "remove", mixinStandardHelpOptions = true)
    int remove(
            @Option(names = "--data", required = true, paramLabel = "DIR", descriptionKey = DATA) Path data,
            @Parameters(paramLabel = "NAME", descriptionKey = "keyline.cert.name") String name)
            throws IOException {
        var inventory = Inventory.of(data);
        try (var configuration = Configuration.open(NodeDirectory.existing(data).path())) {
            inventory.keepWhileUsed(
                    trusted -> TrustedGateways.user(configuration.snapshots().current(), trusted));
            return Inventory.report(
                    inventory.remove(name),
                    changed -> CommandTexts.text("cert.removed", name) + "\n"
                            + Inventory.text(new Changed(List.of(), changed.after())));
        }
    }

    private ParameterException misused(String key, String given) {
        return new ParameterException(spec.commandLine(), CommandTexts.text(key, given));
    }
}
