package org.keyline.sccp.codec.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.keyline.sccp.codec.wire.MalformedMessage;
import org.keyline.sccp.codec.wire.ProtocolVersion;

class CodePointsTest {
    @Test
    void a_known_number_is_always_the_same_object() {
        assertThat(Tone.of(0x21)).isSameAs(Tone.INSIDE_DIAL);
        assertThat(DeviceType.of(30018)).isSameAs(DeviceType.CISCO_7961G);
    }

    @Test
    void an_unknown_number_of_an_open_set_is_kept() {
        assertThat(Codec.of(77).number()).isEqualTo(77);
        assertThat(Codec.of(77)).hasToString("77");
    }

    @Test
    void an_unknown_number_of_a_closed_set_is_malformed() {
        assertThatThrownBy(() -> CallState.of(99))
                .isInstanceOf(MalformedMessage.class)
                .hasMessage("CallState has no number 99");
    }

    @Test
    void the_dial_pad_has_seventeen_keys() {
        var keys = IntStream.rangeClosed(0, 16)
                .mapToObj(KeypadKey::of)
                .map(KeypadKey::character)
                .toList();

        assertThat(keys)
                .extracting(KeypadKey::of)
                .extracting(KeypadKey::number)
                .isSorted()
                .hasSize(17);
        assertThat(KeypadKey.of('#').number()).isEqualTo(0x0F);
        assertThat(KeypadKey.of(17).isKnown()).isFalse();
        assertThatThrownBy(() -> KeypadKey.of('x')).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_alarm_begins_with_its_reason() {
        assertThat(AlarmReason.startOf("25: Name=SEP0011223344AA Load=8.1 Last=Initialized"))
                .contains(AlarmReason.PHONE_INITIALISING);
        assertThat(AlarmReason.startOf("Name=SEP0011223344AA")).isEmpty();
        assertThat(AlarmReason.startOf("")).isEmpty();
    }

    @Test
    void the_feature_bits_of_a_7941_are_understood() {
        var features = new FeatureBits(0x00, 0x72, 0x85);

        assertThat(features.dynamicMessages()).isTrue();
        assertThat(features.utf8()).isTrue();
        assertThat(features.rfc2833()).isTrue();
        assertThat(features.portRequest()).isTrue();
        assertThat(features.abbreviatedDial()).isTrue();
        assertThat(features.internalMedia()).isFalse();
        assertThat(new FeatureBits(0x00, 0x60, 0x85).utf8()).isFalse();
    }

    @Test
    void the_server_answers_features_by_version() {
        assertThat(FeatureBits.answerTo(ProtocolVersion.of(3))).hasToString("00 00 00");
        assertThat(FeatureBits.answerTo(ProtocolVersion.of(8))).hasToString("20 F1 FE");
        assertThat(FeatureBits.answerTo(ProtocolVersion.of(11))).hasToString("20 F1 FF");
    }

    @Test
    void a_key_block_shows_nothing_and_takes_no_more_than_its_field() {
        var key = SrtpKeyBlock.of(SrtpAlgorithm.AES_CM_128_HMAC_SHA1_32, new byte[16], new byte[14]);

        assertThat(key).hasToString("AES_CM_128_HMAC_SHA1_32, key 16 bytes, salt 14 bytes");
        assertThat(SrtpKeyBlock.NONE).hasToString("none");
        assertThatThrownBy(() -> SrtpKeyBlock.of(SrtpAlgorithm.AEAD_AES_256_GCM, new byte[32], new byte[12]))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
