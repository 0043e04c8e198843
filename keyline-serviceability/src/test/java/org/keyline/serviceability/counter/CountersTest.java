package org.keyline.serviceability.counter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.keyline.serviceability.counter.PerfCounter.Kind;
import org.keyline.spec.Spec;

class CountersTest {
    private static final List<PerfCounter> ALL = CounterCatalogue.objects().stream()
            .flatMap(object -> object.counters().stream())
            .toList();

    @Test
    @Spec({"SEC-04", "SEC-05", "SEC-06", "SEC-07", "SEC-08", "SEC-09", "SEC-10", "SEC-11"})
    void the_call_managers_counters_are_spelt_as_the_guide_spells_them() {
        var callManager = CounterCatalogue.object("Cisco Unified Communications Manager");

        assertThat(callManager).isEqualTo(CounterCatalogue.object("Cisco CallManager"));
        assertThat(callManager.orElseThrow().counters())
                .extracting(PerfCounter::name)
                .contains(
                        "AuthenticatedCallsActive",
                        "AuthenticatedCallsCompleted",
                        "AuthenticatedPartiallyRegisteredPhone",
                        "AuthenticatedRegisteredPhones",
                        "EncryptedCallsActive",
                        "EncryptedCallsCompleted",
                        "EncryptedPartiallyRegisteredPhones",
                        "EncryptedRegisteredPhones");
    }

    @Test
    @Spec({"SEC-21", "SEC-22"})
    void so_are_those_of_the_file_server() {
        var files = CounterCatalogue.object("TFTP server");

        assertThat(files).isEqualTo(CounterCatalogue.object("cisco tftp"));
        assertThat(files.orElseThrow().counters())
                .extracting(PerfCounter::name)
                .containsExactly("BuildSignCount", "EncryptCount");
    }

    @Test
    void every_counter_says_what_it_means_in_both_languages() {
        for (var counter : ALL) {
            var english = CounterTexts.meaning(counter, Locale.ENGLISH);
            assertThat(english).isNotBlank().isEqualTo(CounterTexts.meaning(counter, Locale.FRENCH));
            assertThat(CounterTexts.meaning(counter, Locale.JAPANESE))
                    .isNotBlank()
                    .isNotEqualTo(english);
        }
        assertThat(new HashSet<>(ALL)).hasSameSizeAs(ALL);
    }

    @Test
    void a_name_nobody_knows_is_found_nowhere() {
        assertThat(CounterCatalogue.object("Cisco Toaster")).isEmpty();
        assertThat(CounterCatalogue.objects().getFirst().counter("SlicesActive"))
                .isEmpty();
    }

    @Test
    void a_counter_without_a_value_is_a_defect() {
        Map<PerfCounter, LongSupplier> lacking = new HashMap<>();
        ALL.stream().skip(1).forEach(counter -> lacking.put(counter, () -> 0));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Counters.reading(lacking))
                .withMessageContaining(ALL.getFirst().name());
    }

    @Property
    void what_is_written_for_prometheus_can_be_read_again(@ForAll("numbers") List<Long> numbers, @ForAll String noise) {
        var values = new LinkedHashMap<PerfCounter, Long>();
        ALL.forEach(counter -> values.put(counter, numbers.get(values.size())));

        var text = MetricsText.write(values);

        assertThat(MetricsText.read(text)).isEqualTo(values);
        assertThat(MetricsText.read(text + "other_metric 7\n# " + noise.replaceAll("\\R", " ") + "\n"))
                .isEqualTo(values);
    }

    /** One for each counter. */
    @Provide
    Arbitrary<List<Long>> numbers() {
        return Arbitraries.longs().greaterOrEqual(0).list().ofSize(ALL.size());
    }

    @Property
    void no_text_at_all_is_mistaken_for_values(@ForAll String anything) {
        assertThat(MetricsText.read(anything)).isEmpty();
        assertThat(MetricsText.read("keyline_CallsActive{object=\"Cisco CallManager\"} many\n" + anything))
                .isEmpty();
    }

    @Test
    void each_line_is_as_the_text_exposition_format_wants_it() {
        var values = new LinkedHashMap<PerfCounter, Long>();
        ALL.forEach(counter -> values.put(counter, 3L));

        var lines = MetricsText.write(values).lines().toList();

        assertThat(lines)
                .doesNotHaveDuplicates()
                .hasSize(2 * names(_ -> true) + ALL.size())
                .allSatisfy(line -> assertThat(line)
                        .matches("# HELP [a-zA-Z_]\\w* \\S.*|# TYPE [a-zA-Z_]\\w* (gauge|counter)"
                                + "|[a-zA-Z_]\\w*\\{object=\"[^\"\\\\]+\"} \\d+"));
        assertThat(lines)
                .filteredOn(line -> line.endsWith(" counter"))
                .hasSize(names(counter -> counter.kind() == Kind.TOTAL));
    }

    private static int names(Predicate<PerfCounter> which) {
        return (int)
                ALL.stream().filter(which).map(PerfCounter::name).distinct().count();
    }
}
