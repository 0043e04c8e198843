package org.keyline.model.dial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberRangeTest {
    @Property
    void every_number_is_given_once_in_order_and_then_none(
            @ForAll @IntRange(max = 900) int first, @ForAll @IntRange(min = 1, max = 99) int more) {
        var range = new NumberRange(digits(first), digits(first + more));
        Set<String> taken = new HashSet<>();
        for (int number = first; number <= first + more; number++) {
            assertThat(range.firstFree(taken::contains)).hasValue(digits(number));
            taken.add(digits(number));
        }
        assertThat(range.firstFree(taken::contains)).isEmpty();
    }

    private static String digits(int number) {
        return String.format("%04d", number);
    }

    @Test
    void a_number_that_was_freed_is_given_again() {
        assertThat(new NumberRange("0098", "0102").firstFree(Set.of("0098", "0100")::contains))
                .hasValue("0099");
    }

    @ParameterizedTest
    @CsvSource({"2001,2001", "2002,2001", "2001,02002", "'',2001", "2001,''", "20*1,20*2", "1,1234567890123456789"})
    void what_is_no_range_is_refused(String first, String last) {
        assertThat(NumberRange.isRange(first, last)).isFalse();
        assertThatThrownBy(() -> new NumberRange(first, last)).isInstanceOf(IllegalArgumentException.class);
    }
}
