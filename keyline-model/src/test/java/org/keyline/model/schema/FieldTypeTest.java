package org.keyline.model.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keyline.spec.Spec;

class FieldTypeTest {
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final Instant NOW = Instant.parse("2026-07-15T03:30:00Z"); // 12:30 in Tokyo

    @Property
    void whatever_is_read_is_written_and_read_again_the_same(@ForAll String text) {
        for (var kind : Kinds.all()) {
            for (var field : kind.fields().values()) {
                if (field.type().read(text) instanceof Reading.Good(var value)) {
                    assertThat(field.type().check(value)).isEqualTo(new Reading.Good(value));
                }
            }
        }
    }

    @Spec({"CAPF-064", "CAPF-M01", "CAPF-M02", "CAPF-P13", "CAPF9-01", "CAPF9-M01", "CAPF9-M02"})
    @ParameterizedTest
    @CsvSource({
        "12a4,capf.M01",
        "１２３４,capf.M01",
        "123,capf.M02",
        "12345678901,capf.M02",
        "'',capf.M02",
        "1234,",
        "1234567890,"
    })
    void an_authentication_string_is_four_to_ten_digits(
            String text, @org.jspecify.annotations.Nullable String message) {
        var type = Kinds.PHONE.field("authenticationString").orElseThrow().type();

        assertThat(message(type.read(text))).isEqualTo(message == null ? "good" : message);
    }

    @Spec({
        "CAPF-M03",
        "CAPF-M05",
        "CAPF-M07",
        "CAPF-M09",
        "CAPF-P16",
        "CAPF9-M03",
        "CAPF9-M05",
        "CAPF9-M07",
        "CAPF9-M09"
    })
    @ParameterizedTest
    @CsvSource({
        "2026-o8-01 12:00,capf.M03",
        "2026-13-01 12:00,capf.M05",
        "2026-00-01 12:00,capf.M05",
        "2026-02-30 12:00,capf.M07",
        "2026-02-00 12:00,capf.M07",
        "2026-08-01 24:00,capf.M09",
        "2026-08-01 12:60,capf.M09",
        "2026-08-01,problem.deadline",
        "2026-08-01 12:00,good",
        "2026:08:01:12,good",
        "2026-08-01T12:00:00Z,good"
    })
    void a_deadline_is_refused_with_the_message_of_its_first_mistake(String text, String message) {
        assertThat(message(OperationCompletesBy.read(text, TOKYO))).isEqualTo(message);
    }

    @Spec({"CAPF-M04", "CAPF-M06", "CAPF-M08", "CAPF-067", "CAPF9-02", "CAPF9-M04", "CAPF9-M06", "CAPF9-M08"})
    @ParameterizedTest
    @CsvSource({
        "2025-12-31 23:59,capf.M04",
        "2026-07-14 23:59,capf.M06",
        "2026-06-30 12:30,capf.M06",
        "2026-07-15 11:59,capf.M08",
        "2026-07-15 12:30,good",
        "2026-07-15 13:00,good",
        "2027-01-01 00:00,good"
    })
    void a_deadline_in_the_past_is_told_by_the_publishers_clock(String text, String message) {
        var deadline = ((Value.Moment) ((Reading.Good) OperationCompletesBy.read(text, TOKYO)).value()).instant();

        assertThat(OperationCompletesBy.inThePast(deadline, NOW, TOKYO)
                        .map(Reading.Fault::message)
                        .orElse("good"))
                .isEqualTo(message);
    }

    @Spec({
        "CAPF-M01",
        "CAPF-M02",
        "CAPF-M03",
        "CAPF-M04",
        "CAPF-M05",
        "CAPF-M06",
        "CAPF-M07",
        "CAPF-M08",
        "CAPF-M09",
        "PH-M01"
    })
    @Test
    void the_messages_of_the_spec_stand_word_for_word_in_the_catalogue() {
        var texts = Texts.in(Locale.ENGLISH);

        assertThat(List.of("M01", "M02", "M03", "M04", "M05", "M06", "M07", "M08", "M09").stream()
                        .map(id -> texts.text("capf." + id)))
                .containsExactly(
                        "Authentication String contains one or more invalid characters.Valid characters for Authentication String are numbers.",
                        "CAPF Authentication String length should be between 4 and 10.",
                        "Operation Completes By contains one or more invalid characters.Valid characters for Operation Completes By are numbers.",
                        "Invalid Year.Please enter a value equal to or greater than the current year.",
                        "Invalid Month.Please adjust your entry to continue.",
                        "Invalid Date.Please enter a value equal to or greater than the current date.",
                        "Invalid Date.Please adjust your entry to continue.",
                        "Invalid Time.Please enter a value equal to or greater than current time (hours).",
                        "Invalid Time.Please adjust your entry to continue.");
        assertThat(texts.text("phone.M01"))
                .isEqualTo(
                        "If you configure encryption for Cisco IP Phone models 7960 and 7940, those encrypted devices cannot"
                                + " accept a barge request when they are participating in an encrypted call.When the call is encrypted, the"
                                + " barge attempt fails.");
    }

    @Test
    void texts_take_no_control_characters_and_no_broken_surrogates() {
        var type = Kinds.PHONE.field("description").orElseThrow().type();

        assertThat(message(type.read("受付 – desk \uD83D\uDCDE"))).isEqualTo("good");
        assertThat(message(type.read("a\u0000b"))).isEqualTo("problem.characters");
        assertThat(message(type.read("line\nbreak"))).isEqualTo("problem.characters");
        assertThat(message(type.read("half \uD83D"))).isEqualTo("problem.characters");
        assertThat(message(type.read("x".repeat(129)))).isEqualTo("problem.length");
    }

    @Test
    void a_form_is_read_by_the_descriptions_and_keeps_what_is_right() {
        var form = Form.read(
                Kinds.PHONE,
                "SEP1",
                Map.of(
                        "description",
                        "",
                        "keySize",
                        "999",
                        "operationCompletesBy",
                        "",
                        "pcPort",
                        "off",
                        "colour",
                        "x"));

        assertThat(form.values()).isEqualTo(Map.of("description", Value.of(""), "pcPort", Value.of(false)));
        assertThat(form.cleared()).containsExactly("operationCompletesBy");
        assertThat(form.problems()).extracting(Problem::field).containsExactlyInAnyOrder("keySize", "colour");
    }

    @Test
    void a_problem_says_what_would_be_right_in_both_languages() {
        var problem =
                new Problem("callmanager", "callmanager", "t302", "1", "problem.number", List.of("3000", "600000"));

        assertThat(problem.sentence(Texts.in(Locale.ENGLISH)))
                .isEqualTo(
                        "CallManager service parameters, t302: “1” is not right; a whole number from 3000 to 600000 is.");
        assertThat(problem.text(Texts.in(Locale.JAPANESE))).isEqualTo("「1」は正しくありません。3000 から 600000 の整数を入力してください。");
    }

    private static String message(Reading reading) {
        return switch (reading) {
            case Reading.Good _ -> "good";
            case Reading.Fault fault -> fault.message();
        };
    }
}
