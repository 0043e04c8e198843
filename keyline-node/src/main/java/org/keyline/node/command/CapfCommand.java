package org.keyline.node.command;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.keyline.capf.former.FormerUtility;
import org.keyline.capf.former.ImportPlan;
import org.keyline.capf.former.Unread;
import org.keyline.config.Configuration;
import org.keyline.config.store.Author;
import org.keyline.config.store.SaveResult;
import org.keyline.model.schema.Problem;
import org.keyline.model.schema.Texts;
import org.keyline.node.InForce;
import org.keyline.node.NodeDirectory;
import org.keyline.trust.certificate.DistinguishedNameText;
import org.keyline.trust.certificate.PemKeyFile;
import org.keyline.trust.inventory.CertificateInventory;
import org.keyline.trust.inventory.CertificateProblem;
import org.keyline.trust.inventory.Outcome;
import org.keyline.trust.inventory.TrustPurpose;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Takes over what a CAPF utility before this server knew (spec CAPF-034 to CAPF-041). */
@Command(name = "capf", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND")
public final class CapfCommand {
    private static final Author AUTHOR = Author.system("CAPF 1.0 import");

    @Command(name = "import", mixinStandardHelpOptions = true)
    int load(
            @Option(names = "--data", required = true, paramLabel = "DIR", descriptionKey = "keyline.config.data")
                    Path data,
            @Option(names = "--from", required = true, paramLabel = "DIR", descriptionKey = "keyline.capf.from")
                    Path from,
            @Option(names = "--dry-run", descriptionKey = "keyline.capf.dryrun") boolean dryRun)
            throws IOException {
        var directory = NodeDirectory.existing(data);
        var inventory = Inventory.of(data);
        FormerUtility found;
        try {
            found = FormerUtility.read(from);
        } catch (NoSuchFileException none) {
            System.err.println(CommandTexts.text("capf.nofolder", from));
            return 1;
        }
        try (var configuration = Configuration.open(directory.path())) {
            var plan = ImportPlan.of(found, configuration, trusted(inventory));
            tell(plan);
            if (dryRun) {
                return wouldImport(plan, configuration);
            }
            var code = carryOut(plan, configuration, inventory);
            InForce.await(directory, configuration);
            return code;
        }
    }

    private static List<java.security.cert.X509Certificate> trusted(CertificateInventory inventory) {
        var trusted = new ArrayList<>(inventory.trusted(TrustPurpose.LSC_ISSUERS));
        trusted.addAll(inventory.own().lscIssuers());
        return trusted;
    }

    private static void tell(ImportPlan plan) {
        plan.issuers()
                .forEach(issuer -> System.out.println(CommandTexts.text(
                        "capf.issuer",
                        DistinguishedNameText.subject(issuer),
                        issuer.getNotAfter().toInstant())));
        plan.statuses()
                .forEach((device, status) -> System.out.println(CommandTexts.text("capf.phone", device, status)));
        plan.settings()
                .forEach((name, value) -> System.out.println(CommandTexts.text("capf.setting", name, value.text())));
        plan.unread().forEach(unread -> System.out.println(text(unread).stripTrailing()));
    }

    private static String text(Unread unread) {
        var reason = CommandTexts.text("capf.reason." + unread.reason());
        return unread.line() == 0
                ? CommandTexts.text("capf.unreadfile", unread.file(), reason, unread.what())
                : CommandTexts.text("capf.unread", unread.file(), unread.line(), reason, unread.what());
    }

    private static int wouldImport(ImportPlan plan, Configuration configuration) {
        var problems = configuration.store().check(_ -> plan.edits(), AUTHOR);
        if (!problems.isEmpty()) {
            return refused(problems);
        }
        System.out.println(summary("capf.wouldimport", plan));
        return 0;
    }

    /** The certificates are kept inside the transaction of the rest: either all of it happens or nothing. */
    private static int carryOut(ImportPlan plan, Configuration configuration, CertificateInventory inventory) {
        try {
            var result = configuration.store().apply(plan.edits(), AUTHOR, _ -> keep(plan, inventory));
            if (result instanceof SaveResult.Invalid(var problems)) {
                return refused(problems);
            }
        } catch (NotKept notKept) {
            System.err.println(notKept.problem.text(CommandTexts.language()));
            System.err.println(CommandTexts.text("capf.refused"));
            return 1;
        }
        System.out.println(summary("capf.imported", plan));
        System.out.println(CommandTexts.text("capf.after.0"));
        System.out.println(CommandTexts.text("capf.after.1"));
        return 0;
    }

    private static void keep(ImportPlan plan, CertificateInventory inventory) {
        if (plan.issuers().isEmpty()) {
            return;
        }
        var pem = new ByteArrayOutputStream();
        plan.issuers().forEach(issuer -> pem.writeBytes(PemKeyFile.text(issuer)));
        if (inventory.trust(TrustPurpose.LSC_ISSUERS, "*.0", pem.toByteArray())
                instanceof Outcome.Refused<?>(var problem)) {
            throw new NotKept(problem);
        }
    }

    private static final class NotKept extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient CertificateProblem problem;

        NotKept(CertificateProblem problem) {
            super("The former issuers were not kept");
            this.problem = problem;
        }
    }

    private static int refused(List<Problem> problems) {
        var texts = Texts.in(CommandTexts.language());
        problems.forEach(problem -> System.err.println(problem.sentence(texts)));
        System.err.println(CommandTexts.text("capf.refused"));
        return 1;
    }

    private static String summary(String key, ImportPlan plan) {
        return CommandTexts.text(
                key,
                plan.issuers().size(),
                plan.statuses().size(),
                plan.settings().size(),
                plan.unread().size());
    }
}
