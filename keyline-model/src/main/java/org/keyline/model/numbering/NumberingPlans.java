package org.keyline.model.numbering;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The numbering plans there are. One more is one more file beside the others, its name in the file {@code plans}, and
 * its label in the catalogues.
 */
public final class NumberingPlans {
    private static final Map<String, NumberingPlan> ALL = read();

    private NumberingPlans() {}

    /** Their names, in the order of the file {@code plans}. */
    public static List<String> names() {
        return List.copyOf(ALL.keySet());
    }

    /** The plan of this name. */
    public static Optional<NumberingPlan> named(String name) {
        return Optional.ofNullable(ALL.get(name));
    }

    private static Map<String, NumberingPlan> read() {
        var plans = new LinkedHashMap<String, NumberingPlan>();
        resource("plans")
                .lines()
                .filter(name -> !name.isBlank())
                .forEach(name -> plans.put(name, PlanFile.read(name, resource(name + ".plan"))));
        return plans;
    }

    private static String resource(String file) {
        try (var stream = NumberingPlans.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException("The numbering plan's file is missing: " + file);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
