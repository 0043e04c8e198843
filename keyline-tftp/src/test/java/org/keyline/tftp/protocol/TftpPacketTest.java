package org.keyline.tftp.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TftpPacketTest {
    @Test
    void a_read_request_gives_name_mode_and_options() throws Exception {
        var request = read("\0\1SEP001122334455.cnf.xml\0OCTET\0BLKSIZE\0001468\0tsize\0000\0");

        assertThat(request)
                .isEqualTo(new TftpPacket.ReadRequest(
                        "SEP001122334455.cnf.xml", "octet", Map.of("blksize", "1468", "tsize", "0")));
    }

    @Test
    void a_superfluous_nul_after_the_mode_is_no_option() throws Exception {
        assertThat(read("\0\1x\0octet\0\0")).isEqualTo(new TftpPacket.ReadRequest("x", "octet", Map.of()));
    }

    @Test
    void of_two_options_with_one_name_the_first_counts() throws Exception {
        assertThat(read("\0\1x\0octet\0blksize\00016\0blksize\00032\0"))
                .isEqualTo(new TftpPacket.ReadRequest("x", "octet", Map.of("blksize", "16")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\0",
                "\0\1",
                "\0\1name",
                "\0\1name\0",
                "\0\1name\0octet",
                "\0\1x\0octet\0blksize\00016",
                "\0\7x"
            })
    void a_datagram_cut_short_is_malformed(String datagram) {
        assertThatThrownBy(() -> read(datagram)).isInstanceOf(MalformedPacket.class);
    }

    @Test
    void a_request_longer_than_any_is_malformed() {
        assertThatThrownBy(() -> read("\0\1" + "x".repeat(1100) + "\0octet\0")).isInstanceOf(MalformedPacket.class);
    }

    @Property
    void every_ack_is_read_whatever_follows(@ForAll @Size(max = 20) byte[] rest) throws Exception {
        var datagram = Unpooled.wrappedBuffer(new byte[] {0, 4, (byte) 0xff, (byte) 0xfe}, rest);

        assertThat(TftpPacket.read(datagram)).isEqualTo(new TftpPacket.Ack(65_534));
    }

    @ParameterizedTest
    @CsvSource({
        "blksize, 7",
        "blksize, 65465",
        "blksize, -1",
        "blksize, 99999999999999999999",
        "blksize, abc",
        "windowsize, 0",
        "windowsize, 65536",
        "timeout, 0",
        "timeout, 256",
        "tsize, x"
    })
    void an_absurd_option_is_refused(String name, String value) {
        assertThatThrownBy(() -> TransferOptions.negotiate(Map.of(name, value), 10, Duration.ofSeconds(1)))
                .isInstanceOf(OptionRefused.class);
    }

    @Test
    void only_offered_options_are_accepted() throws Exception {
        var options = TransferOptions.negotiate(
                Map.of("tsize", "0", "windowsize", "500", "rollover", "0"), 1234, Duration.ofSeconds(3));

        assertThat(options.accepted()).containsExactlyInAnyOrderEntriesOf(Map.of("tsize", "1234", "windowsize", "64"));
        assertThat(options.blockSize()).isEqualTo(512);
    }

    private static TftpPacket read(String datagram) throws MalformedPacket {
        return TftpPacket.read(Unpooled.wrappedBuffer(datagram.getBytes(StandardCharsets.ISO_8859_1)));
    }
}
