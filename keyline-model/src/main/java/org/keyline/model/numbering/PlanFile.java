package org.keyline.model.numbering;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.keyline.model.dial.DigitPattern;
import org.keyline.model.dial.NumberTag;
import org.keyline.model.numbering.NumberingPlan.Form;
import org.keyline.model.numbering.NumberingPlan.Part;

/**
 * Reads a numbering plan. A line is one of
 *
 * <pre>
 * ; what follows a semicolon is a remark
 * let AREA = [2-9][02-8]X|[2-9]1[02-9]
 * number ( TRANSIT-NETWORK-ESCAPE:101 TRANSIT-NETWORK:XXXX )? LONG-DISTANCE-DIRECT-DIAL:1 AREA-CODE:$AREA
 * </pre>
 *
 * <p>A part is its tag and its digits: keys, {@code X} for 0-9, sets, {@code {4-12}} for so many of what stands before,
 * {@code |} between alternatives. Parts in brackets may be left out.
 */
public final class PlanFile {
    private static final int MOST_CHARACTERS = 65_536;
    private static final int MOST_FORMS = 200;
    private static final int MOST_DIGITS = 40;
    private static final Pattern NAME = Pattern.compile("[A-Z][A-Z0-9-]{0,31}");
    private static final Pattern COUNT = Pattern.compile("([0-9]{1,2})(?:-([0-9]{1,2}))?");
    private static final String OPEN = "(";
    private static final String CLOSE = ")?";

    private final String name;
    private final Map<String, List<List<Digit>>> said = new HashMap<>();
    private final List<Form> forms = new ArrayList<>();
    private int line;

    private PlanFile(String name) {
        this.name = name;
    }

    /**
     * Reads a plan.
     *
     * @throws IllegalArgumentException with the line that is wrong, and what would be right
     */
    public static NumberingPlan read(String name, String text) {
        return new PlanFile(name).plan(text);
    }

    private NumberingPlan plan(String text) {
        if (text.length() > MOST_CHARACTERS) {
            throw wrong("the plan has more than " + MOST_CHARACTERS + " characters; make forms of its numbers");
        }
        for (var each : text.split("\n", -1)) {
            line++;
            var words = words(each);
            if (!words.isEmpty()) {
                read(words);
            }
        }
        if (forms.isEmpty()) {
            throw wrong("the plan has no numbers; write lines as number SERVICE:[2-9]11");
        }
        return new NumberingPlan(name, forms);
    }

    private static List<String> words(String line) {
        var remark = line.indexOf(';');
        var said = (remark < 0 ? line : line.substring(0, remark)).strip();
        return said.isEmpty() ? List.of() : List.of(said.split("\\s+"));
    }

    private void read(List<String> words) {
        switch (words.getFirst()) {
            case "let" -> let(words);
            case "number" -> number(words.subList(1, words.size()));
            default -> throw wrong("“" + words.getFirst() + "” begins no line; let and number do");
        }
    }

    private void let(List<String> words) {
        if (words.size() != 4
                || !words.get(2).equals("=")
                || !NAME.matcher(words.get(1)).matches()) {
            throw wrong("write let NAME = digits, with a name of A-Z, 0-9 and -");
        }
        if (said.put(words.get(1), alternatives(words.get(3))) != null) {
            throw wrong(words.get(1) + " is said twice; give one of them another name");
        }
    }

    private void number(List<String> words) {
        var found = List.of(List.<Part>of());
        var at = 0;
        while (at < words.size()) {
            var grouped = words.get(at).equals(OPEN);
            var end = grouped ? words.subList(at, words.size()).indexOf(CLOSE) + at : at + 1;
            if (grouped && end < at) {
                throw wrong("no “" + CLOSE + "” closes the “" + OPEN + "”; write it as a word of its own");
            }
            var parts = words.subList(grouped ? at + 1 : at, end).stream()
                    .map(this::part)
                    .toList();
            found = after(found, parts, grouped);
            at = grouped ? end + 1 : end;
        }
        found.forEach(this::add);
    }

    private static List<List<Part>> after(List<List<Part>> before, List<Part> parts, boolean optional) {
        var found = new ArrayList<List<Part>>(optional ? before : List.of());
        for (var each : before) {
            var longer = new ArrayList<>(each);
            longer.addAll(parts);
            found.add(longer);
        }
        return found;
    }

    private void add(List<Part> parts) {
        if (parts.isEmpty()) {
            throw wrong("a number has at least one part that may not be left out; write one as SERVICE:[2-9]11");
        }
        var tags = new HashSet<NumberTag>();
        for (var part : parts) {
            if (!tags.add(part.tag())) {
                throw wrong("a number has " + part.tag().text() + " once at most; take one away");
            }
        }
        if (parts.stream().mapToInt(Part::longest).sum() > MOST_DIGITS) {
            throw wrong("a number has at most " + MOST_DIGITS + " digits; make it shorter");
        }
        forms.add(new Form(parts));
        if (forms.size() > MOST_FORMS) {
            throw wrong("the plan has more than " + MOST_FORMS + " forms of numbers; put alternatives into parts");
        }
    }

    private Part part(String word) {
        var colon = word.indexOf(':');
        var tag = NumberTag.of(colon < 0 ? word : word.substring(0, colon))
                .orElseThrow(() -> wrong("“" + word + "” begins with no tag; there are " + tags()));
        var digits = colon < 0 ? "" : word.substring(colon + 1);
        if (!digits.startsWith("$")) {
            return new Part(tag, alternatives(digits));
        }
        var known = said.get(digits.substring(1));
        if (known == null) {
            throw wrong(digits + " is not known; say let " + digits.substring(1) + " = digits before this line");
        }
        return new Part(tag, known);
    }

    private static String tags() {
        return Arrays.stream(NumberTag.values()).map(NumberTag::text).collect(Collectors.joining(", "));
    }

    private List<List<Digit>> alternatives(String text) {
        var found = new ArrayList<List<Digit>>();
        for (var each : text.split("\\|", -1)) {
            var digits = digits(each);
            if (digits.stream().allMatch(Digit::optional)) {
                throw wrong("“" + text + "” may have no digit; each alternative has one at least");
            }
            found.add(digits);
        }
        return found;
    }

    private List<Digit> digits(String text) {
        var digits = new ArrayList<Digit>();
        var at = 0;
        while (at < text.length()) {
            var end = text.charAt(at) == '[' ? text.indexOf(']', at) + 1 : at + 1;
            var keys = keys(end <= at ? text.substring(at) : text.substring(at, end));
            at = end;
            if (at < text.length() && text.charAt(at) == '{') {
                var close = text.indexOf('}', at);
                repeat(digits, keys, close < 0 ? "" : text.substring(at + 1, close));
                at = close + 1;
            } else {
                digits.add(new Digit(keys, false));
            }
        }
        return digits;
    }

    private int keys(String element) {
        try {
            var steps = DigitPattern.parse(element).steps();
            if (steps.size() == 1 && steps.getFirst().repeat() == DigitPattern.Repeat.ONCE) {
                return steps.getFirst().keys();
            }
        } catch (IllegalArgumentException noElement) {
            throw wrong("“" + element + "” is no digit; " + noElement.getMessage());
        }
        throw wrong("“" + element + "” is no digit; keys, X, sets as [2-9] and counts as {4-12} are");
    }

    private void repeat(List<Digit> digits, int keys, String count) {
        var found = COUNT.matcher(count);
        if (!found.matches()) {
            throw wrong("“{" + count + "” is no count; write {4} or {4-12}");
        }
        var least = Integer.parseInt(found.group(1));
        var most = found.group(2) == null ? least : Integer.parseInt(found.group(2));
        if (most < least || most < 1 || most > MOST_DIGITS) {
            throw wrong("{" + count + "} is no count; the fewest come first, and the most are " + MOST_DIGITS);
        }
        for (var i = 0; i < most; i++) {
            digits.add(new Digit(keys, i >= least));
        }
    }

    private IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException("Numbering plan " + name + ", line " + line + ": " + what);
    }
}
