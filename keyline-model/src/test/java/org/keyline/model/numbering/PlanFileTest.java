package org.keyline.model.numbering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keyline.model.dial.NumberTag;
import org.keyline.model.dial.TaggedDigits;

class PlanFileTest {
    @Test
    void another_country_is_another_file() {
        var plan = PlanFile.read("JAPAN", """
                ; emergency calls, and numbers in Japan
                let AREA = 3|6|4[2-9]

                number SERVICE:11[089]|104 ; police, fire
                number LONG-DISTANCE-DIRECT-DIAL:0 AREA-CODE:$AREA OFFICE-CODE:X{3-4} SUBSCRIBER:XXXX
                number INTERNATIONAL-ACCESS:010 COUNTRY-CODE:1|81 NATIONAL-NUMBER:X{4-14} ( END-OF-DIALING:# )?
                """);
        var numbers = PlanNumbers.all(plan);

        assertThat(plan.forms()).hasSize(4);
        assertThat(numbers.parts("119")).containsExactly(new TaggedDigits(NumberTag.SERVICE, "119"));
        assertThat(numbers.parts("0312345678"))
                .containsExactly(
                        new TaggedDigits(NumberTag.LONG_DISTANCE_DIRECT_DIAL, "0"),
                        new TaggedDigits(NumberTag.AREA_CODE, "3"),
                        new TaggedDigits(NumberTag.OFFICE_CODE, "1234"),
                        new TaggedDigits(NumberTag.SUBSCRIBER, "5678"));
        assertThat(numbers.contains("01012125551212#")).isTrue();
        assertThat(numbers.contains("0412345678")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "; nothing                                | line 1: the plan has no numbers; write lines as number SERVICE",
                "numbers SERVICE:911                      | line 1: “numbers” begins no line; let and number do",
                "number SERVICE:911\\nnumber PIZZA:1      | line 2: “PIZZA:1” begins with no tag; there are AREA-CODE, COUNTRY-CODE",
                "number SERVICE                           | line 1: “” may have no digit; each alternative has one at least",
                "number SERVICE:                          | line 1: “” may have no digit; each alternative has one at least",
                "number SERVICE:9{0-2}                    | line 1: “9{0-2}” may have no digit",
                "number SERVICE:$NX                       | line 1: $NX is not known; say let NX = digits before this line",
                "let A = 1\\nlet A = 2                    | line 2: A is said twice; give one of them another name",
                "let a = 1                                | line 1: write let NAME = digits",
                "let A 1                                  | line 1: write let NAME = digits",
                "number ( SERVICE:911                     | line 1: no “)?” closes the “(”",
                "number ( SERVICE:911 )?                  | line 1: a number has at least one part that may not be left out",
                "number SERVICE:1 SERVICE:2               | line 1: a number has SERVICE once at most; take one away",
                "number SERVICE:[5-2]                     | line 1: “[5-2]” is no digit; A range of [5-2] runs backwards",
                "number SERVICE:[                         | line 1: “[” is no digit; No ] closes the [",
                "number SERVICE:!                         | line 1: “!” is no digit; keys, X, sets as [2-9] and counts",
                "number SERVICE:@                         | line 1: “@” is no digit",
                "number SERVICE:x                         | line 1: “x” is no digit; Not a key that can be dialled: x",
                "number SERVICE:X{4                       | line 1: “{” is no count; write {4} or {4-12}",
                "number SERVICE:X{5-2}                    | line 1: {5-2} is no count; the fewest come first, and the most are 40",
                "number SERVICE:X{99}                     | line 1: {99} is no count",
                "number SERVICE:X{30} SUBSCRIBER:X{30}    | line 1: a number has at most 40 digits; make it shorter"
            })
    void a_plan_that_cannot_be_read_says_which_line_and_what_would_be_right(String text, String why) {
        assertThatThrownBy(() -> PlanFile.read("TEST", text.replace("\\n", "\n")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Numbering plan TEST, ")
                .hasMessageContaining(why);
    }

    @Test
    void a_plan_is_bounded() {
        assertThatThrownBy(() -> PlanFile.read("TEST", "number SERVICE:911\n".repeat(201)))
                .hasMessageContaining("line 201: the plan has more than 200 forms of numbers");
        assertThatThrownBy(() -> PlanFile.read("TEST", " ".repeat(70_000)))
                .hasMessageContaining("more than 65536 characters");
    }
}
