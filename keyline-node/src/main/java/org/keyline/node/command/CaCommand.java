package org.keyline.node.command;

import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import org.keyline.capf.authority.ConfiguredAuthority;
import org.keyline.config.Configuration;
import org.keyline.trust.authority.AuthorityException;
import org.keyline.trust.authority.AuthoritySettings;
import org.keyline.trust.authority.ExternalAuthority;
import org.keyline.trust.certificate.CertificatePurpose;
import org.keyline.trust.certificate.DistinguishedNameText;
import org.keyline.trust.inventory.CertificateInventory;
import org.keyline.trust.inventory.TrustPurpose;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The certificate authority elsewhere that issues phones' certificates, when one is configured. */
@Command(name = "ca", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND")
public final class CaCommand {
    @Command(name = "test", mixinStandardHelpOptions = true)
    int test(
            @Option(names = "--data", required = true, paramLabel = "DIR", descriptionKey = "keyline.config.data")
                    Path data)
            throws IOException {
        var inventory = Inventory.of(data);
        try (var configuration = Configuration.open(data)) {
            var parameters = configuration.snapshots().current().parameters();
            return ConfiguredAuthority.settings(parameters)
                    .map(settings -> test(settings, inventory))
                    .orElseGet(CaCommand::own);
        }
    }

    private static int own() {
        System.out.println(CommandTexts.text("cert.ca.own"));
        return 0;
    }

    private static int test(AuthoritySettings settings, CertificateInventory inventory) {
        var authority = new ExternalAuthority(
                settings,
                inventory.own().of(CertificatePurpose.CAPF),
                () -> inventory.trusted(TrustPurpose.LSC_ISSUERS),
                _ -> {},
                Clock.systemUTC());
        System.out.println(CommandTexts.text("cert.ca.asking", settings.protocol(), settings.address()));
        try {
            var shown = authority.show();
            shown.forEach(CaCommand::describe);
            return verdict(authority, shown);
        } catch (AuthorityException trouble) {
            System.err.println(trouble.what());
            System.err.println(CommandTexts.text("cert.ca.trouble." + trouble.reason()));
            return 1;
        }
    }

    private static void describe(X509Certificate certificate) {
        System.out.println(CommandTexts.text(
                "cert.ca.shown",
                DistinguishedNameText.subject(certificate),
                certificate.getNotAfter().toInstant(),
                ExternalAuthority.fingerprint(certificate)));
    }

    private static int verdict(ExternalAuthority authority, List<X509Certificate> shown) {
        if (authority.believes(shown)) {
            System.out.println(CommandTexts.text("cert.ca.good"));
            return 0;
        }
        System.err.println(CommandTexts.text("cert.ca.trouble.NOT_TRUSTED"));
        return 1;
    }
}
