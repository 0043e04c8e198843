package org.keyline.node.live;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keyline.model.device.Phone;

/** Whether a phone is what somebody looks for. */
final class PhoneSearch {
    private PhoneSearch() {}

    /** Whether every word stands in the phone's name, number, model or description, in any case. */
    static boolean matches(Phone phone, String words) {
        if (words.isEmpty()) {
            return true;
        }
        var text = text(phone);
        return Stream.of(words.toLowerCase(Locale.ROOT).split("\\s+")).allMatch(text::contains);
    }

    private static String text(Phone phone) {
        var numbers = phone.lines().stream().map(line -> line.number().digits()).collect(Collectors.joining(" "));
        return String.join(
                        " ",
                        phone.name().text(),
                        phone.description(),
                        phone.model().name(),
                        numbers)
                .toLowerCase(Locale.ROOT);
    }
}
