package org.keyline.node.life;

import java.util.Locale;

/** A configuration of many phones, each with a line. */
final class ManyPhones {
    private ManyPhones() {}

    static String yaml(int phones) {
        var lines = new StringBuilder("keyline: 1\nlines:\n");
        var devices = new StringBuilder("phones:\n");
        for (int i = 0; i < phones; i++) {
            var number = Integer.toString(100_000 + i);
            lines.append("  - {number: \"").append(number).append("\"}\n");
            devices.append(String.format(Locale.ROOT, "  - name: SEP0000001%05X%n", i))
                    .append("    model: \"7962\"\n    lines:\n      - {line: \"")
                    .append(number)
                    .append("\"}\n");
        }
        return lines.append(devices).toString();
    }
}
