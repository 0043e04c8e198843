package org.keyline.model.numbering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyline.model.dial.DialKeys;
import org.keyline.model.dial.TaggedDigits;
import org.keyline.model.numbering.NumberingPlan.Form;

class NorthAmericanPlanTest {
    private static final NumberingPlan PLAN = NumberingPlans.named("NANP").orElseThrow();
    private static final PlanNumbers NUMBERS = PlanNumbers.all(PLAN);

    @ParameterizedTest
    @CsvSource({
        "911,                SERVICE = 911",
        "411,                SERVICE = 411",
        "611,                SERVICE = 611",
        "988,                SERVICE = 988",
        "0,                  LOCAL-OPERATOR = 0",
        "00,                 LONG-DISTANCE-OPERATOR = 00",
        "5551212,            OFFICE-CODE = 555 SUBSCRIBER = 1212",
        "15551212,           LOCAL-DIRECT-DIAL = 1 OFFICE-CODE = 555 SUBSCRIBER = 1212",
        "02345678,           LOCAL-OPERATOR = 0 OFFICE-CODE = 234 SUBSCRIBER = 5678",
        "2125551212,         LOCAL-AREA-CODE = 212 OFFICE-CODE = 555 SUBSCRIBER = 1212",
        "12125551212,        LONG-DISTANCE-DIRECT-DIAL = 1 AREA-CODE = 212 OFFICE-CODE = 555 SUBSCRIBER = 1212",
        "02125551212,        LONG-DISTANCE-OPERATOR = 0 AREA-CODE = 212 OFFICE-CODE = 555 SUBSCRIBER = 1212",
        "18005551234,        LONG-DISTANCE-DIRECT-DIAL = 1 AREA-CODE = 800 OFFICE-CODE = 555 SUBSCRIBER = 1234",
        "18884567890,        LONG-DISTANCE-DIRECT-DIAL = 1 AREA-CODE = 888 OFFICE-CODE = 456 SUBSCRIBER = 7890",
        "19005551234,        LONG-DISTANCE-DIRECT-DIAL = 1 AREA-CODE = 900 OFFICE-CODE = 555 SUBSCRIBER = 1234",
        "10103211,           ",
        "101032112125551212, TRANSIT-NETWORK-ESCAPE = 101 TRANSIT-NETWORK = 0321 LONG-DISTANCE-DIRECT-DIAL = 1 AREA-CODE = 212 OFFICE-CODE = 555 SUBSCRIBER = 1212",
        "10103210,           TRANSIT-NETWORK-ESCAPE = 101 TRANSIT-NETWORK = 0321 LONG-DISTANCE-OPERATOR = 0",
        "101032100,          TRANSIT-NETWORK-ESCAPE = 101 TRANSIT-NETWORK = 0321 LONG-DISTANCE-OPERATOR = 00",
        "10102885551212,     TRANSIT-NETWORK-ESCAPE = 101 TRANSIT-NETWORK = 0288 OFFICE-CODE = 555 SUBSCRIBER = 1212",
        "01133144556677,     INTERNATIONAL-ACCESS = 01 INTERNATIONAL-DIRECT-DIAL = 1 COUNTRY-CODE = 33 NATIONAL-NUMBER = 144556677",
        "01133144556677#,    INTERNATIONAL-ACCESS = 01 INTERNATIONAL-DIRECT-DIAL = 1 COUNTRY-CODE = 33 NATIONAL-NUMBER = 144556677 END-OF-DIALING = #",
        "01174951234567,     INTERNATIONAL-ACCESS = 01 INTERNATIONAL-DIRECT-DIAL = 1 COUNTRY-CODE = 7 NATIONAL-NUMBER = 4951234567",
        "01181312345678,     INTERNATIONAL-ACCESS = 01 INTERNATIONAL-DIRECT-DIAL = 1 COUNTRY-CODE = 81 NATIONAL-NUMBER = 312345678",
        "0113531234567,      INTERNATIONAL-ACCESS = 01 INTERNATIONAL-DIRECT-DIAL = 1 COUNTRY-CODE = 353 NATIONAL-NUMBER = 1234567",
        "0144207946000,      INTERNATIONAL-ACCESS = 01 COUNTRY-CODE = 44 NATIONAL-NUMBER = 207946000",
        "010,                INTERNATIONAL-ACCESS = 01 INTERNATIONAL-OPERATOR = 0",
        "011881631234567,    INTERNATIONAL-ACCESS = 01 INTERNATIONAL-DIRECT-DIAL = 1 COUNTRY-CODE = 881 SATELLITE-SERVICE = 6 NATIONAL-NUMBER = 31234567",
        "1010321011493012345, TRANSIT-NETWORK-ESCAPE = 101 TRANSIT-NETWORK = 0321 INTERNATIONAL-ACCESS = 01 INTERNATIONAL-DIRECT-DIAL = 1 COUNTRY-CODE = 49 NATIONAL-NUMBER = 3012345"
    })
    void a_number_has_its_parts(String number, String parts) {
        assertThat(NUMBERS.parts(number).stream().map(TaggedDigits::toString).collect(Collectors.joining(" ")))
                .isEqualTo(parts == null ? "" : parts);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "9",
                "111",
                "1234567",
                "0551212",
                "9115551212",
                "2115551",
                "12119551212",
                "1212911121",
                "121255512123",
                "29212345678",
                "0111212555121",
                "01149123",
                "0114912345678901234",
                "011493012345##",
                "01149#",
                "101032",
                "1010321911",
                "*67",
                "+12125551212"
            })
    void what_nobody_can_dial_is_no_number(String number) {
        assertThat(NUMBERS.contains(number)).isFalse();
        assertThat(NUMBERS.parts(number)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "911,             false",
        "411,             false",
        "988,             true",
        "0,               true",
        "5552212,         true",
        "5551212,         false",
        "5550212,         false",
        "2125551212,      false",
        "12125551212,     false",
        "01133144556677,  true",
        "01133144556677#, false",
        "011491234567890123, true",
        "011491234567890123#, false"
    })
    void it_is_known_whether_a_longer_number_is_possible(String number, boolean longer) {
        var state = PlanNumbers.START;
        for (var at = 0; at < number.length(); at++) {
            state = NUMBERS.next(state, DialKeys.of(number.charAt(at)));
        }

        assertThat(NUMBERS.goesOn(state)).isEqualTo(longer);
    }

    @Property(tries = 2_000)
    void every_number_that_the_plan_says_is_one_of_it(@ForAll long seed) {
        var number = new RandomNumbers(seed).of(PLAN);

        assertThat(NUMBERS.contains(number)).as(number).isTrue();
        assertThat(NUMBERS.parts(number).stream().map(TaggedDigits::digits).collect(Collectors.joining()))
                .isEqualTo(number);
    }

    @Property(tries = 2_000)
    void what_is_a_number_is_one_by_a_plain_reading_too(@ForAll long seed) {
        var random = new Random(seed);
        var number = new StringBuilder(new RandomNumbers(seed).of(PLAN));
        number.setCharAt(random.nextInt(number.length()), DialKeys.ALL.charAt(random.nextInt(12)));

        assertThat(NUMBERS.contains(number.toString()))
                .as(number.toString())
                .isEqualTo(PLAN.forms().stream().anyMatch(form -> plainly(form, number.toString())));
    }

    /** No number is of two forms: its parts do not depend on the order of the plan's lines. */
    @Property(tries = 2_000)
    void a_number_is_of_one_form(@ForAll long seed) {
        var number = new RandomNumbers(seed).of(PLAN);

        assertThat(PLAN.forms().stream().filter(form -> plainly(form, number)))
                .as(number)
                .hasSize(1);
    }

    @Test
    void the_numbers_of_a_form_are_counted() {
        var number = NUMBERS.form("2125551212");

        assertThat(NUMBERS.breadth(number, 10)).isEqualTo(712.0 * 792 * 10_000);
        assertThat(NUMBERS.anyLength(number)).isFalse();
        assertThat(NUMBERS.breadth(NUMBERS.form("911"), 3)).isEqualTo(9);
        assertThat(NUMBERS.anyLength(NUMBERS.form("0114930123456"))).isTrue();
    }

    private static boolean plainly(Form form, String number) {
        return plainly(form.parts(), number);
    }

    private static boolean plainly(List<NumberingPlan.Part> parts, String number) {
        if (parts.isEmpty()) {
            return number.isEmpty();
        }
        for (var length = 0; length <= number.length(); length++) {
            if (parts.getFirst().matches(number.substring(0, length))
                    && plainly(parts.subList(1, parts.size()), number.substring(length))) {
                return true;
            }
        }
        return false;
    }
}
