package org.keyline.media.srtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.keyline.media.port.StreamKey;
import org.keyline.media.rtp.RtpPacket;

class ProtectionTest {
    private static final HexFormat HEX = HexFormat.of();

    /** Master key and salt of RFC 3711 appendix B.3, and the session keys derived from them there. */
    private static final StreamKey MASTER = new StreamKey(
            HEX.parseHex("E1F97A0D3E018BE0D64FA32C06DE4139"), HEX.parseHex("0EC675AD498AFEEBB6960B3AABE6"));

    private static final byte[] CIPHER_KEY = HEX.parseHex("C61E7A93744F39EE10734AFE3FF7A087");
    private static final byte[] CIPHER_SALT = HEX.parseHex("30CBBC08863D8C85D49DB34A9AE1");
    private static final byte[] AUTHENTICATION_KEY = HEX.parseHex("CEBE321F6FF7716B6FD4AB49AF256A156D38BAA4");

    private static final int SSRC = 0xCAFEBABE;

    @Test
    void a_packet_is_protected_with_the_session_keys_of_rfc_3711() throws Exception {
        var packet = packet(1000);
        var expected = protectedByHand(packet, 1000);

        var ours = Arrays.copyOf(packet, packet.length + Protection.TAG);
        int length = Protection.ofSender(Optional.of(MASTER)).protect(ours, packet.length);

        assertThat(length).isEqualTo(packet.length + 4);
        assertThat(ours).isEqualTo(expected);
    }

    @Test
    void what_was_protected_by_hand_is_opened() throws Exception {
        var packet = packet(7);
        var arrived = protectedByHand(packet, 7);

        int length = Protection.ofReceiver(Optional.of(MASTER)).unprotect(arrived, arrived.length);

        assertThat(Arrays.copyOf(arrived, length)).isEqualTo(packet);
    }

    @Test
    void a_changed_octet_a_second_coming_and_another_key_are_refused() throws Exception {
        var good = protectedByHand(packet(7), 7);
        var receiver = Protection.ofReceiver(Optional.of(MASTER));
        for (int i = 0; i < good.length; i++) {
            var changed = good.clone();
            changed[i] ^= 1;
            assertThat(receiver.unprotect(changed, changed.length))
                    .as("octet %d", i)
                    .isNegative();
        }
        assertThat(receiver.unprotect(good.clone(), good.length)).isPositive();
        assertThat(receiver.unprotect(good.clone(), good.length)).as("again").isNegative();
        var other = Protection.ofReceiver(Optional.of(new StreamKey(new byte[16], new byte[14])));
        assertThat(other.unprotect(good.clone(), good.length)).isNegative();
    }

    @Test
    void a_hundred_guessed_sources_do_not_push_out_the_true_one() throws Exception {
        var receiver = Protection.ofReceiver(Optional.of(MASTER));
        var first = protectedByHand(packet(1), 1);
        assertThat(receiver.unprotect(first, first.length)).isPositive();
        for (int guess = 0; guess < 100; guess++) {
            var forged = new byte[60];
            RtpPacket.writeHeader(forged, false, 0, guess, 0, guess);
            assertThat(receiver.unprotect(forged, forged.length)).isNegative();
        }
        var again = protectedByHand(packet(1), 1);
        assertThat(receiver.unprotect(again, again.length)).as("replayed").isNegative();
        var second = protectedByHand(packet(2), 2);
        assertThat(receiver.unprotect(second, second.length)).isPositive();
    }

    @Test
    void without_a_key_packets_stay_as_they_are() {
        var packet = packet(3);
        assertThat(Protection.ofSender(Optional.empty()).protect(packet, packet.length))
                .isEqualTo(packet.length);
        assertThat(packet).isEqualTo(packet(3));
    }

    private static byte[] packet(int sequence) {
        var packet = new byte[RtpPacket.HEADER + 160];
        RtpPacket.writeHeader(packet, sequence == 1, 8, sequence, 160 * sequence, SSRC);
        for (int i = RtpPacket.HEADER; i < packet.length; i++) {
            packet[i] = (byte) (i * 7);
        }
        return packet;
    }

    /** RFC 3711 sections 4.1.1 and 4.2, roll-over counter 0. */
    private static byte[] protectedByHand(byte[] packet, int sequence) throws Exception {
        var iv = Arrays.copyOf(CIPHER_SALT, 16);
        for (int i = 0; i < 4; i++) {
            iv[4 + i] ^= (byte) (SSRC >>> (24 - 8 * i));
        }
        iv[12] ^= (byte) (sequence >> 8);
        iv[13] ^= (byte) sequence;
        var cipher = Cipher.getInstance("AES/CTR/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(CIPHER_KEY, "AES"), new IvParameterSpec(iv));
        var result = Arrays.copyOf(packet, packet.length + 4);
        cipher.doFinal(packet, RtpPacket.HEADER, packet.length - RtpPacket.HEADER, result, RtpPacket.HEADER);
        var mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(AUTHENTICATION_KEY, "HmacSHA1"));
        mac.update(result, 0, packet.length);
        mac.update(new byte[4]);
        System.arraycopy(mac.doFinal(), 0, result, packet.length, 4);
        return result;
    }
}
