package org.keyline.ctl.client;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.keyline.ctl.CtlMessage;
import org.keyline.ctl.CtlOutcome;
import org.keyline.ctl.PendingWork;
import org.keyline.ctl.ServerResult;
import org.keyline.ctl.client.Draft.Entry;
import org.keyline.trust.certificate.DistinguishedNameText;

/**
 * What the client shows: entries and results.
 *
 * @param texts the language
 */
public record Report(ClientTexts texts) {
    /** One line for an entry: role, server, subject, issuer. */
    public String line(Entry entry) {
        return switch (entry) {
            case Entry.Token token -> line("SAST", token.name(), token.certificate());
            case Entry.Server server -> line(server.role().label(), server.host(), server.certificate());
            case Entry.Alternate alternate ->
                "%-9s %s  %s  %s"
                        .formatted(
                                "TFTP",
                                alternate.host(),
                                or(alternate.subject(), CtlMessage.NO_SUBJECT_SHOWN),
                                or(alternate.issuer(), CtlMessage.NO_ISSUER_SHOWN));
        };
    }

    private static String line(String role, String name, X509Certificate certificate) {
        return "%-9s %s  %s  %s"
                .formatted(
                        role,
                        name,
                        DistinguishedNameText.subject(certificate),
                        DistinguishedNameText.issuer(certificate));
    }

    private String or(String name, CtlMessage otherwise) {
        return name.isEmpty() ? texts.text(otherwise) : name;
    }

    /** The lines of the last window: server, file location and status of each server, and what to do now (CTL3-47). */
    public List<String> lines(CtlOutcome outcome) {
        var lines = new ArrayList<String>();
        switch (outcome) {
            case CtlOutcome.Done done -> {
                done.results().forEach(result -> lines.add(line(result)));
                lines.add(texts.text(CtlMessage.CREATED));
                lines.add(texts.text(CtlMessage.RESTART_NODES));
                lines.add(texts.text("reset"));
            }
            case CtlOutcome.Refused(var message, var detail) -> lines.add(message.told(texts.locale(), detail));
            case CtlOutcome.Failed(var message, var detail, var results) -> {
                lines.add(texts.text(CtlMessage.CREATE_FAILED));
                results.forEach(result -> lines.add(line(result)));
                lines.add(message.told(texts.locale(), detail));
            }
        }
        return lines;
    }

    /** One line for what a server still has to do. */
    public String line(String server, PendingWork work) {
        return texts.text(
                "pending",
                server,
                String.join(", ", work.services()),
                work.devices().size());
    }

    private String line(ServerResult result) {
        var status =
                result.trouble().map(trouble -> trouble.text(texts.locale())).orElse(texts.text(CtlMessage.CREATED));
        return texts.text("result", result.server(), result.path(), status);
    }
}
