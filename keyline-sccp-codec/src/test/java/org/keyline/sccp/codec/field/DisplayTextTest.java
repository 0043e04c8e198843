package org.keyline.sccp.codec.field;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.keyline.sccp.codec.wire.Dialect;
import org.keyline.sccp.codec.wire.TextCoding;

class DisplayTextTest {
    private static final Dialect LATIN1 = Dialect.latin1(11);
    private static final Dialect UTF8 = Dialect.utf8(17);
    private static final DisplayText FROM = DisplayText.label(Label.FROM).plus("1003");

    @Test
    void a_label_is_two_bytes_in_either_character_set() {
        assertThat(FROM.encode(LATIN1, 32).hex()).isEqualTo("801731303033");
        assertThat(FROM.encode(UTF8, 32).hex()).isEqualTo("801731303033");
        assertThat(DisplayText.label(Label.CALL_ON_HOLD).encode(UTF8, 32).hex()).isEqualTo("1e22");
    }

    @Test
    void text_is_cut_before_a_label_that_does_not_fit() {
        var text = DisplayText.of("abc").plus(Label.FROM).plus("1");

        assertThat(text.encode(LATIN1, 4).hex()).isEqualTo("616263");
        assertThat(text.encode(LATIN1, 5).hex()).isEqualTo("6162638017");
    }

    @Test
    void text_is_cut_before_a_character_that_does_not_fit() {
        assertThat(DisplayText.of("a\u00e9b").encode(UTF8, 2).hex()).isEqualTo("61");
        assertThat(DisplayText.of("\u65e5\u672c").encode(UTF8, 5).hex()).isEqualTo("e697a5");
        assertThat(DisplayText.of("\ud83d\udcde").encode(UTF8, 3).hex()).isEmpty();
        assertThat(DisplayText.of("\ud83d\udcde").encode(UTF8, 4).hex()).isEqualTo("f09f939e");
    }

    @Test
    void what_latin_1_lacks_is_a_question_mark() {
        assertThat(DisplayText.of("\u65e5\u00fc").encode(LATIN1, 9).hex()).isEqualTo("3ffc");
    }

    @Test
    void a_nul_ends_the_text() {
        assertThat(DisplayText.of("a\0b").encode(UTF8, 9).hex()).isEqualTo("61");
        assertThat(DisplayText.of("a\u0080\0b").encode(UTF8, 9).hex()).isEqualTo("6180");
    }

    @Test
    void it_reads_as_english() {
        assertThat(FROM).hasToString("From 1003");
        assertThat(DisplayText.of("Line 1: ").plus(Label.IN_USE_REMOTE)).hasToString("Line 1:  In use remote");
    }

    @Property
    void whatever_is_written_never_exceeds_its_limit_and_is_read_back_as_its_beginning(
            @ForAll String text, @ForAll @IntRange(max = 60) int limit) {
        var buffer = Unpooled.buffer();
        int size = TextCoding.write(buffer, text, limit, true);
        var back = TextCoding.read(buffer.array(), size, true);

        assertThat(size).isLessThanOrEqualTo(limit).isEqualTo(buffer.readableBytes());
        assertThat(TextCoding.size(text, limit, true)).isEqualTo(size);
        var again = Unpooled.buffer();
        TextCoding.write(again, back, limit, true);
        assertThat(again).isEqualTo(buffer);
    }

    @Property
    void any_bytes_can_be_read_as_text(@ForAll byte[] bytes) {
        assertThat(TextCoding.read(bytes, bytes.length, true).length()).isLessThanOrEqualTo(bytes.length);
        assertThat(TextCoding.read(bytes, bytes.length, false)).hasSize(bytes.length);
    }
}
