package org.keyline.serviceability.counter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.keyline.serviceability.counter.PerfCounter.Kind;

/**
 * Counters as Prometheus reads them: the text exposition format 0.0.4. Each keeps the name PerfMon gave it, behind
 * {@code keyline_}; its object is a label.
 *
 * <pre>{@code
 * # HELP keyline_EncryptedCallsActive Encrypted calls whose audio is up now. ...
 * # TYPE keyline_EncryptedCallsActive gauge
 * keyline_EncryptedCallsActive{object="Cisco CallManager"} 2
 * }</pre>
 */
public final class MetricsText {
    /** What the text is, as HTTP says it. */
    public static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private MetricsText() {}

    /** The values as text; what counters of one name count of several objects stands together, as the format asks. */
    public static String write(Map<PerfCounter, Long> values) {
        var text = new StringBuilder(4_096);
        var byMetric = new LinkedHashMap<String, List<PerfCounter>>();
        values.keySet()
                .forEach(counter -> byMetric.computeIfAbsent(metric(counter), _ -> new ArrayList<>())
                        .add(counter));
        byMetric.forEach((name, counters) -> {
            var one = counters.getFirst();
            text.append("# HELP ").append(name).append(' ').append(CounterTexts.meaning(one, Locale.ENGLISH));
            text.append("\n# TYPE ")
                    .append(name)
                    .append(' ')
                    .append(type(one.kind()))
                    .append('\n');
            counters.forEach(counter -> text.append(sample(counter))
                    .append(' ')
                    .append(values.get(counter))
                    .append('\n'));
        });
        return text.toString();
    }

    /** The values of the catalogue's counters that stand in such a text; what it does not know it passes over. */
    public static Map<PerfCounter, Long> read(String text) {
        var lines = new HashMap<String, String>();
        text.lines().forEach(line -> {
            var value = line.lastIndexOf(' ');
            lines.put(line.substring(0, Math.max(0, value)), line.substring(value + 1));
        });
        var values = new HashMap<PerfCounter, Long>();
        for (var object : CounterCatalogue.objects()) {
            for (var counter : object.counters()) {
                Optional.ofNullable(lines.get(sample(counter)))
                        .flatMap(MetricsText::number)
                        .ifPresent(value -> values.put(counter, value));
            }
        }
        return values;
    }

    private static String sample(PerfCounter counter) {
        return metric(counter) + "{object=\"" + counter.object() + "\"}";
    }

    private static String metric(PerfCounter counter) {
        return "keyline_" + counter.name();
    }

    private static String type(Kind kind) {
        return switch (kind) {
            case LEVEL -> "gauge";
            case TOTAL -> "counter";
        };
    }

    private static Optional<Long> number(String text) {
        try {
            return Optional.of(Long.parseLong(text));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }
}
