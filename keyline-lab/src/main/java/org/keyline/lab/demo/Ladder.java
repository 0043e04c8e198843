package org.keyline.lab.demo;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keyline.lab.phone.Exchange;
import org.keyline.sccp.codec.SccpText;
import org.keyline.sccp.codec.message.ServerDisplay;
import org.keyline.sccp.codec.message.ServerRegistration;
import org.keyline.sccp.codec.message.StationKey;
import org.keyline.sccp.codec.message.StationRegistration;

/** Two phones' messages between them and the server, drawn as a ladder. */
final class Ladder {
    private static final int COLUMN = 46;
    private static final Set<Class<?>> CHATTER = Set.of(
            StationRegistration.KeepAlive.class,
            ServerRegistration.KeepAliveAck.class,
            ServerDisplay.DisplayPriNotify.class,
            ServerDisplay.DisplayDynamicPriNotify.class);

    /** Fields that bind messages together but tell a reader little. */
    private static final Set<String> BOOKKEEPING = Set.of(
            "lineInstance",
            "callReference",
            "conferenceId",
            "passThroughPartyId",
            "timeOut",
            "privacy",
            "precedence",
            "precedenceDomain",
            "validKeyMask",
            "direction",
            "callType",
            "originalRedirectReason",
            "lastRedirectingReason",
            "callInstance",
            "restrictions",
            "milliSecondPacketSize",
            "stimulusInstance",
            "ringDuration",
            "portHandling");

    /** Where another field than the first ones says most: how the voice is encrypted. */
    private static final Map<String, String> TELLING =
            Map.of("OpenReceiveChannel", "key", "StartMediaTransmission", "key");

    private Ladder() {}

    /** The rungs from the first receiver lifted on, first the left phone's, the server in the middle. */
    static List<String> of(List<Exchange> left, List<Exchange> right) {
        return Stream.concat(
                        left.stream().map(rung -> new Rung(rung, true)),
                        right.stream().map(rung -> new Rung(rung, false)))
                .filter(rung -> !CHATTER.contains(rung.exchange().message().getClass()))
                .sorted(Comparator.comparing(rung -> rung.exchange().at()))
                .dropWhile(rung -> !(rung.exchange().message() instanceof StationKey.OffHook))
                .map(Rung::draw)
                .toList();
    }

    /**
     * One message.
     *
     * @param exchange the message and its direction
     * @param left whether it is the left phone's
     */
    private record Rung(Exchange exchange, boolean left) {
        private String draw() {
            var name = name();
            boolean toTheRight = left == exchange.fromPhone();
            var line = "-".repeat(Math.max(1, COLUMN - 3 - name.length()));
            var arrow = toTheRight ? name + " " + line + ">" : "<" + line + " " + name;
            return left
                    ? "|" + arrow + "|" + " ".repeat(COLUMN - 1) + "|"
                    : "|" + " ".repeat(COLUMN - 1) + "|" + arrow + "|";
        }

        /** The message's name and the two fields that say most. */
        private String name() {
            var text = SccpText.describe(exchange.message());
            var telling = TELLING.get(text.name());
            var told = text.fields().entrySet().stream()
                    .filter(field ->
                            telling == null ? !BOOKKEEPING.contains(field.getKey()) : telling.equals(field.getKey()))
                    .map(field -> field.getValue().replaceAll(" \\(.*\\)$|_HMAC.*|,.*", ""))
                    .filter(value -> !value.isEmpty())
                    .limit(2)
                    .collect(Collectors.joining(" "));
            var name = told.isEmpty() ? text.name() : text.name() + " " + told;
            return name.substring(0, Math.min(name.length(), COLUMN - 5));
        }
    }
}
