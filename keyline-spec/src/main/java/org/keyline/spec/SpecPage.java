package org.keyline.spec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** The report as one page that needs no other file. */
final class SpecPage {
    private SpecPage() {}

    static String html(SpecResults results) {
        var total = results.rows().size();
        var covered = results.count(RowStatus.COVERED);
        return frame().replace("{covered}", Long.toString(covered))
                .replace("{total}", Integer.toString(total))
                .replace("{failing}", Long.toString(results.count(RowStatus.FAILING)))
                .replace("{uncovered}", Long.toString(results.count(RowStatus.UNCOVERED)))
                .replace("{excluded}", Long.toString(results.count(RowStatus.EXCLUDED)))
                .replace("{bar}", bar(results.rows()))
                .replace(
                        "{groups}",
                        results.groups().entrySet().stream()
                                .map(group -> group(group.getKey(), group.getValue()))
                                .collect(Collectors.joining("\n")));
    }

    private static String group(String name, List<RowResult> rows) {
        var covered = count(rows, RowStatus.COVERED);
        return """
                <details open><summary><span class="name">%s</span>%s<span class="count">%d of %d</span></summary>
                <table><tbody>
                %s
                </tbody></table></details>""".formatted(
                        escape(name),
                        bar(rows),
                        covered,
                        rows.size(),
                        rows.stream().map(SpecPage::row).collect(Collectors.joining("\n")));
    }

    private static String row(RowResult result) {
        return """
                <tr class="%s"><td class="id">%s</td><td>%s%s</td><td class="status"><b>%s</b></td></tr>""".formatted(
                        result.status().word(),
                        escape(result.row().id()),
                        escape(result.row().title()),
                        detail(result),
                        result.status().word());
    }

    private static String detail(RowResult result) {
        var tests = result.tests().entrySet().stream()
                .map(test ->
                        "<li class=\"%s\">%s</li>".formatted(test.getValue().word(), escape(readable(test.getKey()))))
                .collect(Collectors.joining());
        var reason = result.reason().isEmpty() ? "" : "<p>" + escape(result.reason()) + "</p>";
        return tests.isEmpty() ? reason : reason + "<ul>" + tests + "</ul>";
    }

    /** A test's name as a sentence: the class without its package, the method's underscores as blanks. */
    private static String readable(String test) {
        var hash = test.indexOf('#');
        var type = test.substring(test.lastIndexOf('.', hash) + 1, hash);
        return type + ": " + test.substring(hash + 1).replace('_', ' ');
    }

    private static String bar(List<RowResult> rows) {
        return "<span class=\"bar\">" + part(rows, RowStatus.COVERED) + part(rows, RowStatus.FAILING)
                + part(rows, RowStatus.EXCLUDED) + "</span>";
    }

    private static String part(List<RowResult> rows, RowStatus status) {
        var tenths = rows.isEmpty() ? 0 : count(rows, status) * 1000 / rows.size();
        return "<i class=\"%s\" style=\"width:%d.%d%%\"></i>".formatted(status.word(), tenths / 10, tenths % 10);
    }

    private static long count(List<RowResult> rows, RowStatus status) {
        return rows.stream().filter(row -> row.status() == status).count();
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String frame() {
        try (var frame = SpecPage.class.getResourceAsStream("spec.html")) {
            if (frame == null) {
                throw new IllegalStateException("spec.html is missing beside SpecPage");
            }
            return new String(frame.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
