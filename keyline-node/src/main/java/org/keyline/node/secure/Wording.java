package org.keyline.node.secure;

import java.util.List;
import java.util.stream.Collectors;
import org.keyline.node.secure.Checklist.Line;

/**
 * Steps as people and programs read them.
 *
 * @param texts the language
 */
record Wording(SecureTexts texts) {
    /** What a script reads of a step. */
    record Row(String id, String title, State state, String text, List<String> waitsFor) {}

    /** One line for a step. */
    String line(Line line) {
        return "[%s] %s — %s"
                .formatted(texts.text("state." + line.seen().state()), texts.title(line.step()), said(line));
    }

    private String said(Line line) {
        var seen = line.seen();
        if (seen.key().isEmpty()) {
            return texts.text("leftOut", seen.facts().toArray());
        }
        var text = texts.text(line.step(), seen);
        return line.waitsFor().isEmpty() ? text : text + " " + texts.text("waits", titles(line.waitsFor()));
    }

    private String titles(List<Step> steps) {
        return steps.stream().map(texts::title).collect(Collectors.joining(", "));
    }

    Row row(Line line) {
        return new Row(
                line.step().id(),
                texts.title(line.step()),
                line.seen().state(),
                said(line),
                line.waitsFor().stream().map(Step::id).toList());
    }

    /** The totals at the end. */
    String totals(List<Line> lines) {
        var open = lines.stream().filter(Line::isOpen).count();
        var done =
                lines.stream().filter(line -> line.seen().state() == State.DONE).count();
        return open == 0
                ? texts.text("totals.done", done, lines.size() - done)
                : texts.text("totals.open", open, done, lines.size() - done - open);
    }
}
