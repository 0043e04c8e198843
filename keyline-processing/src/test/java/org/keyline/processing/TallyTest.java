package org.keyline.processing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.keyline.callcontrol.station.Softkey;
import org.keyline.model.security.SecurityClass;

/** The numbers of devices and calls, whatever phones do. */
class TallyTest {
    private static final List<SecurityClass> CLASSES = List.of(SecurityClass.values());
    static final int PHONES = 6;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static void does(TestPhone phone, int what, String to) {
        switch (what) {
            case 0 -> phone.dialsEnBloc(to);
            case 1 -> phone.presses(Softkey.ANSWER);
            case 2 -> phone.presses(Softkey.HOLD);
            case 3 -> phone.presses(Softkey.RESUME);
            case 4 -> phone.hangsUp();
            default -> phone.presses(Softkey.END_CALL);
        }
    }

    private static String number(int phone) {
        return "200" + phone;
    }

    @Property(tries = 40, shrinking = ShrinkingMode.OFF)
    void numbers_are_never_negative_totals_never_fall_and_in_the_end_nothing_is_active(
            @ForAll @Size(max = 60) List<@IntRange(max = 6 * PHONES * PHONES - 1) Integer> choices) {
        try (var site = new TestSite()) {
            var phones = phones(site);
            var tally = site.processing().tally();
            Map<SecurityClass, Long> before = new EnumMap<>(SecurityClass.class);
            for (int choice : choices) {
                does(phones.get(choice % PHONES), choice / PHONES % 6, number(choice / PHONES / 6));
                for (var security : CLASSES) {
                    assertThat(tally.callsActive(security)).isBetween(0L, (long) PHONES * PHONES);
                    assertThat(tally.registered(security)).isEqualTo(2);
                    assertThat(tally.partiallyRegistered(security)).isZero();
                    var completed = tally.callsCompleted(security);
                    assertThat(completed).isGreaterThanOrEqualTo(before.getOrDefault(security, 0L));
                    before.put(security, completed);
                }
                assertThat(tally.callsInProgress()).isNotNegative();
            }
            phones.forEach(phone -> phone.handle().gone("its power is gone"));
            comesTo("calls in progress", tally::callsInProgress);
            for (var security : CLASSES) {
                assertThat(tally.callsActive(security)).isZero();
                comesTo("registered " + security, () -> tally.registered(security));
            }
        }
    }

    private static List<TestPhone> phones(TestSite site) {
        return IntStream.range(0, PHONES)
                .mapToObj(phone -> site.phone(number(phone), CLASSES.get(phone % CLASSES.size())))
                .toList();
    }

    private static void comesTo(String what, LongSupplier value) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (value.getAsLong() != 0) {
            assertThat(System.nanoTime())
                    .as("awaited no " + what + ", but there are " + value.getAsLong())
                    .isLessThan(deadline);
            Thread.onSpinWait();
        }
    }
}
