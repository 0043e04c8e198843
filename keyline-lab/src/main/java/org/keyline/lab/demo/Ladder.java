package org.keyline.lab.demo;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.keyline.lab.phone.Exchange;
import org.keyline.sccp.codec.SccpText;
import org.keyline.sccp.codec.message.SccpMessage;
import org.keyline.sccp.codec.message.ServerDisplay;
import org.keyline.sccp.codec.message.ServerRegistration;
import org.keyline.sccp.codec.message.StationRegistration;

/** Two phones' messages between them and the server, drawn as a ladder. */
final class Ladder {
    private static final int COLUMN = 46;
    private static final Set<Class<?>> CHATTER = Set.of(
            StationRegistration.KeepAlive.class,
            ServerRegistration.KeepAliveAck.class,
            ServerDisplay.DisplayPriNotify.class,
            ServerDisplay.DisplayDynamicPriNotify.class);

    private Ladder() {}

    /** The rungs, first the left phone's, the server in the middle. */
    static List<String> of(List<Exchange> left, List<Exchange> right) {
        return Stream.concat(
                        left.stream().map(rung -> new Rung(rung, true)),
                        right.stream().map(rung -> new Rung(rung, false)))
                .filter(rung -> !CHATTER.contains(rung.exchange().message().getClass()))
                .sorted(Comparator.comparing(rung -> rung.exchange().at()))
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

        private String name() {
            var line = exchange.message() instanceof SccpMessage
                    ? SccpText.describe(exchange.message()).line()
                    : "malformed";
            int end = Math.min(line.length(), COLUMN - 6);
            return line.substring(0, end);
        }
    }
}
