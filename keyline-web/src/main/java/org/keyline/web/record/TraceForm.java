package org.keyline.web.record;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.keyline.web.language.Texts;

/**
 * What somebody typed to find calls with their signals, each empty where nothing was.
 *
 * @param call the call's number
 * @param from a time on the node's clock, as browsers write it, or in UTC with {@code Z}
 * @param to the same
 */
public record TraceForm(String number, String device, String call, String from, String to) {
    /** What is not understood, in the reader's words. */
    public List<String> problems(Texts texts) {
        var problems = new ArrayList<>(CallForm.times(texts, from, to));
        if (!call.isEmpty() && number(call).isEmpty()) {
            problems.add(texts.get("traces.call", call));
        }
        return problems;
    }

    /** The search it asks for; what is not understood excludes nothing. */
    public TraceSearch search() {
        var zone = ZoneId.systemDefault();
        return new TraceSearch(number, device, number(call), CallSearch.time(from, zone), CallSearch.time(to, zone));
    }

    /** Whether nothing was typed. */
    public boolean isEmpty() {
        return Stream.of(number, device, call, from, to).allMatch(String::isEmpty);
    }

    private static Optional<Integer> number(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(Integer.parseUnsignedInt(text));
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }
}
