package org.keyline.web.ladder;

import java.util.stream.Collectors;
import org.keyline.web.ladder.Ladder.Rung;

/** A ladder as plain text, one line a signal, for terminals and mails. */
public final class LadderText {
    private LadderText() {}

    /** Time in milliseconds, who to whom, the message and its fields. */
    public static String of(Ladder ladder) {
        var width = ladder.rails().stream().mapToInt(String::length).max().orElse(1);
        var format = "%9s  %-" + width + "s -> %-" + width + "s  %s%s\n";
        return ladder.rungs().stream().map(rung -> line(format, ladder, rung)).collect(Collectors.joining());
    }

    @SuppressWarnings("FormatStringAnnotation") // the width of the columns depends on the names
    private static String line(String format, Ladder ladder, Rung rung) {
        return format.formatted(
                rung.millis(),
                ladder.rails().get(rung.from()),
                ladder.rails().get(rung.to()),
                rung.name(),
                fields(rung));
    }

    private static String fields(Rung rung) {
        return rung.fields().entrySet().stream()
                .map(field -> " " + field.getKey() + "=" + field.getValue())
                .collect(Collectors.joining());
    }
}
