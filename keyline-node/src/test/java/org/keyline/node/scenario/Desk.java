package org.keyline.node.scenario;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A person with a phone and numbers, as the administrator enters them.
 *
 * @param person whose it is; the device name follows from it
 * @param model the phone's model
 * @param numbers its lines, the first one first
 * @param line further fields of each of its lines
 * @param settings further fields of the phone, as lines of YAML
 */
record Desk(String person, String model, List<String> numbers, String line, List<String> settings) {
    /** A usual phone with these lines; one that is named twice has two buttons. */
    static Desk of(String person, String... numbers) {
        return new Desk(person, "7962", List.of(numbers), "", List.of());
    }

    /** The same, set as encrypted and waiting for its certificate by null string. */
    static Desk encrypted(String person, String... numbers) {
        return of(person, numbers)
                .with(
                        "securityMode: ENCRYPTED",
                        "certificateOperation: INSTALL_UPGRADE",
                        "authenticationMode: BY_NULL_STRING");
    }

    Desk model(String other) {
        return new Desk(person, other, numbers, line, settings);
    }

    Desk line(String fields) {
        return new Desk(person, model, numbers, ", " + fields, settings);
    }

    Desk with(String... more) {
        return new Desk(
                person,
                model,
                numbers,
                line,
                Stream.concat(settings.stream(), Stream.of(more)).toList());
    }

    /** The device name of that person's phone. */
    static String device(String person) {
        return String.format(Locale.ROOT, "SEP00DA7B%06X", person.hashCode() & 0xFF_FFFF);
    }

    static String yaml(List<Desk> desks) {
        var lines = desks.stream()
                .flatMap(desk -> desk.numbers.stream()
                        .distinct()
                        .map(number -> "  - {number: \"" + number + "\", alertingName: " + desk.person + "}\n"))
                .collect(Collectors.joining());
        return "lines:\n" + lines + "phones:\n"
                + desks.stream().map(Desk::phone).collect(Collectors.joining());
    }

    private String phone() {
        var text = new StringBuilder();
        text.append("  - name: ")
                .append(device(person))
                .append("\n    model: \"")
                .append(model);
        text.append("\"\n    description: ").append(person).append("\n    lines:\n");
        numbers.forEach(number -> text.append("      - {line: \"")
                .append(number)
                .append("\", display: ")
                .append(person)
                .append(line)
                .append("}\n"));
        settings.forEach(setting -> text.append("    ").append(setting).append('\n'));
        return text.toString();
    }
}
