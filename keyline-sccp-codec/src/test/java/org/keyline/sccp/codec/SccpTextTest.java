package org.keyline.sccp.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.keyline.sccp.codec.field.CallState;
import org.keyline.sccp.codec.field.Codec;
import org.keyline.sccp.codec.field.DisplayText;
import org.keyline.sccp.codec.field.Label;
import org.keyline.sccp.codec.message.Malformed;
import org.keyline.sccp.codec.message.SccpMessages;
import org.keyline.sccp.codec.message.SccpMessages.Row;
import org.keyline.sccp.codec.message.ServerCall.CallStateMessage;
import org.keyline.sccp.codec.message.ServerDisplay.DisplayDynamicPromptStatus;
import org.keyline.sccp.codec.message.ServerMedia.OpenReceiveChannel;
import org.keyline.sccp.codec.wire.Bytes;

class SccpTextTest {
    static Stream<Row<?>> rows() {
        return SccpMessages.TABLE.stream();
    }

    @Test
    void a_message_is_told_by_its_name_and_fields_in_order() {
        assertThat(SccpText.describe(CallStateMessage.of(CallState.RING_IN, 1, 0x01000005))
                        .line())
                .isEqualTo("CallState state=RING_IN (4) lineInstance=1 callReference=0x01000005 privacy=NONE (0)"
                        + " precedence=ROUTINE (4) precedenceDomain=0");
    }

    @Test
    void labels_are_told_by_their_meaning() {
        var prompt = new DisplayDynamicPromptStatus(
                0, 1, 5, DisplayText.label(Label.FROM).plus("1003"));

        assertThat(SccpText.describe(prompt).fields()).containsEntry("prompt", "From 1003");
    }

    @Test
    void keys_are_told_by_their_length_only() {
        var open = OpenReceiveChannel.voice(1, 2, 3, Codec.G711_ULAW_64K, 20, 101, GoldenMediaFrames.KEY);

        assertThat(SccpText.describe(open).fields())
                .containsEntry("key", "AES_CM_128_HMAC_SHA1_32, key 16 bytes, salt 14 bytes");
        assertThat(open.toString()).doesNotContainIgnoringCase("1011").doesNotContainIgnoringCase("a0a1");
    }

    @Test
    void a_malformed_message_is_told_by_its_reason() {
        assertThat(SccpText.describe(new Malformed(0x0003, "The message ends before kpButton", Bytes.EMPTY))
                        .line())
                .isEqualTo("KeypadButton id=3 reason=The message ends before kpButton body=0 bytes");
    }

    @ParameterizedTest
    @MethodSource("rows")
    void every_message_can_be_told(Row<?> row) {
        var text = SccpText.describe(AnyMessage.of(row.type(), 7));

        assertThat(text.name()).isEqualTo(row.name());
        assertThat(text.fields()).hasSize(row.type().getRecordComponents().length);
    }
}
