package org.keyline.sccp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.keyline.callcontrol.station.CallReference;
import org.keyline.callcontrol.station.MediaKey;
import org.keyline.callcontrol.station.MediaStream;
import org.keyline.callcontrol.station.StationCommand;
import org.keyline.model.media.AudioCodec;
import org.keyline.model.security.DeviceSecurityMode;
import org.keyline.sccp.codec.message.ServerMedia;

/** A media key goes to a phone over an encrypted connection, and nowhere else. */
class MediaKeyTest {
    private static final String PHONE = "SEP0000000000E1";
    private static final MediaStream STREAM = new MediaStream(7, 8);

    private final Phones phones = new Phones();
    private final ScriptedProcessing processing = new ScriptedProcessing(phones);

    private static MediaKey key() {
        var master = new byte[16];
        Arrays.fill(master, (byte) 'K');
        var salt = new byte[14];
        Arrays.fill(salt, (byte) 'S');
        return new MediaKey(master, salt);
    }

    private static StationCommand open(MediaKey key) {
        return new StationCommand.OpenReceive(new CallReference(5), STREAM, AudioCodec.G711_ULAW, 20, Optional.of(key));
    }

    @Test
    void over_plain_tcp_a_key_is_held_back_and_call_control_hears_that_it_failed() throws Exception {
        phones.add(PHONE, Phones.model7962(), DeviceSecurityMode.NON_SECURE, List.of("2001"));
        try (var bench = new SccpBench(processing, phones);
                var wire = new Wire(bench.service.plainAddress());
                var phone = RawPhone.plain(wire.address()).registered(PHONE, 404, 20, RawPhone.JAVA)) {
            var key = key();
            processing.say(PHONE, open(key));
            assertThat(phone.hearAll(processing, PHONE)).isEmpty();
            assertThat(new String(wire.overheard(), StandardCharsets.ISO_8859_1))
                    .doesNotContain("KKKK");
            assertThat(key.key()).isEqualTo(new byte[16]);
            assertThat(processing.heard()).contains(PHONE + " ReceiveRefused[stream=" + STREAM + ", status=1]");
            assertThat(bench.alarms.raised()).anyMatch(alarm -> alarm.startsWith("InternalError"));
        }
    }

    @Test
    void over_encrypted_tls_it_is_sent_and_its_copy_here_is_wiped() throws Exception {
        phones.add(PHONE, Phones.model7962(), DeviceSecurityMode.ENCRYPTED, List.of("2001"));
        try (var bench = new SccpBench(processing, phones);
                var phone = RawPhone.secure(bench.service.secureAddress(), Pki.client(SccpBench.PKI.phone(PHONE)))) {
            phone.registered(PHONE, 404, 20, RawPhone.JAVA);
            var key = key();
            processing.say(PHONE, open(key));
            var open = phone.await(ServerMedia.OpenReceiveChannel.class);
            assertThat(open.key().key()).isEqualTo(key().key());
            assertThat(open.key().salt()).isEqualTo(key().salt());
            assertThat(key.key()).isEqualTo(new byte[16]);
            assertThat(bench.trace)
                    .filteredOn(signal -> signal.name().equals("OpenReceiveChannel"))
                    .singleElement()
                    .satisfies(signal -> assertThat(signal.fields().get())
                            .containsEntry("key", "AES_CM_128_HMAC_SHA1_32, key 16 bytes, salt 14 bytes"));
        }
    }

    @Test
    void a_phone_too_old_for_keys_gets_none() throws Exception {
        phones.add(PHONE, Phones.model7962(), DeviceSecurityMode.ENCRYPTED, List.of("2001"));
        try (var bench = new SccpBench(processing, phones);
                var phone = RawPhone.secure(bench.service.secureAddress(), Pki.client(SccpBench.PKI.phone(PHONE)))) {
            phone.registered(PHONE, 404, 3, RawPhone.CLASSIC);
            processing.say(PHONE, open(key()));
            assertThat(phone.hearAll(processing, PHONE)).isEmpty();
        }
    }
}
