package org.keyline.sccp.codec.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProtocolVersionTest {
    @ParameterizedTest
    @CsvSource({
        "0,0", "2,2", "3,3", "4,3", "5,5", "6,5", "7,5", "8,8", "9,9", "10,10", "11,11", "12,11", "14,11", "15,15",
        "16,15", "17,17", "18,18", "19,19", "20,20", "21,21", "22,22", "23,22", "255,22"
    })
    void both_use_the_highest_version_both_speak(int phone, int negotiated) {
        assertThat(ProtocolVersion.negotiate(phone)).isEqualTo(ProtocolVersion.of(negotiated));
    }

    @Test
    void an_ata_that_announces_33_speaks_3() {
        assertThat(ProtocolVersion.negotiate(33).number()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"0,0", "8,0", "11,0", "15,15", "17,17", "22,22"})
    void the_header_names_the_version_from_12_on(int version, int word) {
        assertThat(ProtocolVersion.of(version).headerWord()).isEqualTo(word);
    }

    @Test
    void a_version_is_one_byte() {
        assertThatThrownBy(() -> new ProtocolVersion(256)).isInstanceOf(IllegalArgumentException.class);
    }
}
