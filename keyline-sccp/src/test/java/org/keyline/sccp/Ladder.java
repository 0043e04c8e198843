package org.keyline.sccp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.keyline.sccp.codec.SccpText;
import org.keyline.sccp.codec.message.Decoded;

/**
 * What a phone was sent, one message a line, fields that say nothing left out, and the mask of a set of keys: which of
 * its keys work is told by {@code SoftkeyPlanTest}.
 */
final class Ladder {
    private static final Set<String> NOTHING =
            Set.of("", "0", "0x00000000", "none (0)", "none", "false", "0.0.0.0", "[]");
    private static final Set<String> OF_OTHERS = Set.of("latentCaps", "validKeyMask");
    private static final Set<String> USUAL = Set.of(
            "precedence=NORMAL (4)",
            "privacy=NONE (0)",
            "direction=USER (0)",
            "callInstance=1",
            "portHandling=CLOSE (0)",
            "dtmfType=10",
            "ringDuration=NORMAL (1)",
            "requestedAddressType=IPV4");

    private final List<String> lines = new ArrayList<>();

    static Ladder of(List<Decoded> messages) {
        var ladder = new Ladder();
        messages.forEach(message -> ladder.lines.add(line(SccpText.describe(message))));
        return ladder;
    }

    private static String line(SccpText text) {
        return text.fields().entrySet().stream()
                .filter(Ladder::says)
                .map(Ladder::shortened)
                .filter(field -> !USUAL.contains(field))
                .collect(Collectors.joining(" ", text.name() + " ", ""))
                .strip();
    }

    private static boolean says(Map.Entry<String, String> field) {
        return !NOTHING.contains(field.getValue()) && !OF_OTHERS.contains(field.getKey());
    }

    private static String shortened(Map.Entry<String, String> field) {
        var name = field.getKey()
                .replace("lineInstance", "line")
                .replace("callReference", "call")
                .replace("passThroughPartyId", "party")
                .replace("milliSecondPacketSize", "ms");
        return name + "=" + field.getValue();
    }

    void shouldRead(String expected) {
        assertThat(text()).isEqualTo(expected.strip());
    }

    /** These lines in this order, whatever stands between them. */
    void shouldReadAmongOthers(String expected) {
        assertThat(lines).containsSubsequence(expected.strip().lines().toList());
    }

    String text() {
        return String.join("\n", lines);
    }
}
