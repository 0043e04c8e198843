package org.keyline.web.record;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.keyline.model.security.SecurityClass;
import org.keyline.web.language.Texts;

/**
 * What somebody typed to find calls, each empty where nothing was.
 *
 * @param from a time on the node's clock, as browsers write it, or in UTC with {@code Z}
 * @param to the same
 * @param cause a cause by its number
 * @param security the name of a {@link SecurityClass}
 */
public record CallForm(String number, String device, String from, String to, String cause, String security) {
    private static final int MOST_DIGITS = 9;

    /** What is not understood, in the reader's words. */
    public List<String> problems(Texts texts) {
        var problems = new ArrayList<>(times(texts, from, to));
        if (!cause.isEmpty() && cause(cause).isEmpty()) {
            problems.add(texts.get("records.cause", cause));
        }
        if (!security.isEmpty() && of(security).isEmpty()) {
            problems.add(texts.get("records.class", security));
        }
        return problems;
    }

    /** Those of these texts that are no times. */
    static List<String> times(Texts texts, String... given) {
        return Stream.of(given)
                .filter(time -> !time.isEmpty()
                        && CallSearch.time(time, ZoneId.systemDefault()).isEmpty())
                .map(time -> texts.get("records.time", time))
                .toList();
    }

    /** The search it asks for; what is not understood excludes nothing. */
    public CallSearch search() {
        var zone = ZoneId.systemDefault();
        return new CallSearch(
                number, device, CallSearch.time(from, zone), CallSearch.time(to, zone), cause(cause), of(security));
    }

    /** Whether nothing was typed. */
    public boolean isEmpty() {
        return Stream.of(number, device, from, to, cause, security).allMatch(String::isEmpty);
    }

    private static Optional<Integer> cause(String text) {
        return text.matches("\\d{1," + MOST_DIGITS + "}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    private static Optional<SecurityClass> of(String name) {
        return Stream.of(SecurityClass.values())
                .filter(found -> found.name().equals(name))
                .findFirst();
    }
}
