package org.keyline.web.ladder;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.keyline.serviceability.trace.Discretion;
import org.keyline.serviceability.trace.SdlSignal;

/**
 * A call as a ladder diagram: one rail for each party, one rung for each signal, in the order they happened.
 *
 * @param rails the parties from left to right: the caller's phone first, the called phone last
 * @param rungs the signals
 */
public record Ladder(List<String> rails, List<Rung> rungs) {
    public Ladder {
        rails = List.copyOf(rails);
        rungs = List.copyOf(rungs);
    }

    /**
     * A signal.
     *
     * @param micros microseconds since the first
     * @param from the sender's rail
     * @param to the receiver's rail
     * @param name the signal's or message's name
     * @param fields its fields, decoded
     * @param state the receiver's state after it; may be empty
     */
    public record Rung(long micros, int from, int to, String name, Map<String, String> fields, String state) {
        /** Milliseconds with one decimal since the first signal. */
        public String millis() {
            return "%d.%d".formatted(micros / 1000, micros % 1000 / 100);
        }
    }

    /** Draws the signals of one call. */
    public static Ladder of(List<SdlSignal> signals) {
        var rails = rails(signals);
        var start = signals.isEmpty() ? 0 : signals.getFirst().atNanos();
        var discretion = new Discretion();
        var rungs = signals.stream()
                .map(signal -> new Rung(
                        (signal.atNanos() - start) / 1000,
                        rails.indexOf(signal.from()),
                        rails.indexOf(signal.to()),
                        signal.name(),
                        discretion.fields(signal),
                        signal.state()))
                .toList();
        return new Ladder(rails, rungs);
    }

    /** Phones speak to one party only, the others to many: the first phone stands left, the rest of them right. */
    private static List<String> rails(List<SdlSignal> signals) {
        Set<String> all = new LinkedHashSet<>();
        for (var signal : signals) {
            all.add(signal.from());
            all.add(signal.to());
        }
        var phones = all.stream().filter(party -> isOuter(party, signals)).toList();
        var ordered = new ArrayList<String>();
        phones.stream().limit(1).forEach(ordered::add);
        all.stream().filter(party -> !phones.contains(party)).forEach(ordered::add);
        phones.stream().skip(1).forEach(ordered::add);
        return ordered;
    }

    private static boolean isOuter(String party, List<SdlSignal> signals) {
        return signals.stream()
                        .filter(signal ->
                                signal.from().equals(party) || signal.to().equals(party))
                        .map(signal -> signal.from().equals(party) ? signal.to() : signal.from())
                        .distinct()
                        .count()
                == 1;
    }
}
