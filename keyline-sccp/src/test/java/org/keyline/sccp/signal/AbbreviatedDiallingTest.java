package org.keyline.sccp.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.keyline.model.keys.PhoneSoftkey;
import org.keyline.sccp.codec.field.ButtonType;
import org.keyline.sccp.codec.field.KeypadKey;
import org.keyline.sccp.codec.field.SoftKey;
import org.keyline.sccp.codec.message.StationKey;

/** An index and AbbrDial become a speed dial; everything else stays what it is. */
class AbbreviatedDiallingTest {
    private static final StationKey ABBR_DIAL =
            new StationKey.SoftKeyEvent(SoftKey.of(PhoneSoftkey.ABBREVIATED_DIAL.event()), 1, 5);
    private static final StationKey BACKSPACE = new StationKey.SoftKeyEvent(SoftKey.BACKSPACE, 1, 5);

    private static StationKey digit(char digit) {
        return new StationKey.KeypadButton(KeypadKey.of(digit), 1, 5);
    }

    private static StationKey speedDial(int index) {
        return new StationKey.Stimulus(ButtonType.SPEED_DIAL, index, 0, 0);
    }

    private static List<StationKey> after(StationKey... pressed) {
        var dialling = new AbbreviatedDialling();
        var keys = new ArrayList<StationKey>();
        for (var key : pressed) {
            keys.addAll(dialling.keys(key));
        }
        return keys;
    }

    @Test
    void two_digits_after_the_key_dial_at_once() {
        assertThat(after(ABBR_DIAL, digit('1'), digit('7'))).containsExactly(speedDial(17));
    }

    @Test
    void one_digit_after_the_key_ends_with_the_key_or_a_hash() {
        assertThat(after(ABBR_DIAL, digit('7'), ABBR_DIAL)).containsExactly(speedDial(7));
        assertThat(after(ABBR_DIAL, digit('7'), digit('#'))).containsExactly(speedDial(7));
    }

    @Test
    void an_index_dialled_before_the_key_is_erased_and_dialled() {
        assertThat(after(digit('1'), digit('2'), ABBR_DIAL))
                .containsExactly(digit('1'), digit('2'), BACKSPACE, BACKSPACE, speedDial(12));
        assertThat(after(digit('1'), digit('2'), BACKSPACE, ABBR_DIAL))
                .containsExactly(digit('1'), digit('2'), BACKSPACE, BACKSPACE, speedDial(1));
    }

    @Test
    void an_index_entered_on_hook_counts_and_a_longer_number_is_called() {
        assertThat(after(ABBR_DIAL, new StationKey.EnblocCall("42", 1))).containsExactly(speedDial(42));
        var longer = new StationKey.EnblocCall("2002", 1);
        assertThat(after(ABBR_DIAL, longer)).containsExactly(longer);
    }

    @Test
    void what_is_no_index_does_nothing() {
        assertThat(after(digit('2'), digit('0'), digit('0'), ABBR_DIAL))
                .containsExactly(digit('2'), digit('0'), digit('0'));
        assertThat(after(digit('*'), ABBR_DIAL)).containsExactly(digit('*'));
        assertThat(after(digit('*'), digit('2'), BACKSPACE, ABBR_DIAL))
                .containsExactly(digit('*'), digit('2'), BACKSPACE);
        assertThat(after(ABBR_DIAL, ABBR_DIAL)).isEmpty();
        assertThat(after(ABBR_DIAL, digit('0'), digit('0'))).isEmpty();
    }

    @Test
    void going_on_hook_forgets_it() {
        var onHook = new StationKey.OnHook(1, 5);
        assertThat(after(ABBR_DIAL, onHook, digit('1'), digit('2'))).containsExactly(onHook, digit('1'), digit('2'));
    }

    @Property
    void without_the_key_every_key_passes_as_it_is(@ForAll @Size(max = 12) List<@IntRange(max = 15) Integer> keys) {
        var pressed = keys.stream()
                .map(key -> (StationKey) new StationKey.KeypadButton(KeypadKey.of(key), 1, 5))
                .toArray(StationKey[]::new);

        assertThat(after(pressed)).containsExactly(pressed);
    }
}
