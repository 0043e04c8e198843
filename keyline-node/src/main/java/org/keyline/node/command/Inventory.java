package org.keyline.node.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Function;
import org.keyline.node.NodeDirectory;
import org.keyline.node.NodeInventory;
import org.keyline.trust.inventory.CertificateFile;
import org.keyline.trust.inventory.CertificateInventory;
import org.keyline.trust.inventory.Changed;
import org.keyline.trust.inventory.Outcome;

/** What the certificate commands have in common. */
final class Inventory {
    private Inventory() {}

    static CertificateInventory of(Path data) throws IOException {
        return NodeInventory.open(NodeDirectory.existing(data), Clock.systemUTC());
    }

    /** The file's bytes, no more of them than are looked at. */
    static byte[] read(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(CertificateFile.LONGEST + 1);
        }
    }

    /** Prints what {@code done} makes of the value, or why nothing was done. */
    static <T> int report(Outcome<T> outcome, Function<T, String> done) {
        return switch (outcome) {
            case Outcome.Done<T>(var value) -> {
                System.out.println(done.apply(value).stripTrailing());
                yield 0;
            }
            case Outcome.Refused<T>(var problem) -> {
                System.err.println(problem.text(CommandTexts.language()));
                yield 1;
            }
        };
    }

    /** What was changed, and what must follow. */
    static String text(Changed changed) {
        var text = new StringBuilder();
        for (var certificate : changed.certificates()) {
            text.append(CommandTexts.text("cert.changed", certificate.name(), certificate.subject()))
                    .append('\n');
        }
        for (var step : changed.after()) {
            text.append(CommandTexts.text("cert.after", step.text(CommandTexts.language())))
                    .append('\n');
        }
        return text.toString();
    }
}
