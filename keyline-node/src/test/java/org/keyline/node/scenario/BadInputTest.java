package org.keyline.node.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyline.lab.LabPhone;
import org.keyline.lab.files.Octets;
import org.keyline.serviceability.alarm.AlarmCatalogue;
import org.keyline.spec.Spec;

/** What strangers and broken phones send, while two people talk. They notice nothing, and others still get in. */
class BadInputTest {
    private static final int CLIENTS = 2_500;

    @RegisterExtension
    static final Site SITE = Site.mixed()
            .with(
                    Desk.encrypted("alice", "2001"),
                    Desk.encrypted("bob", "2002"),
                    Desk.of("carol", "2003"),
                    Desk.of("dora", "2004"));

    @SuppressWarnings("NullAway.Init") // boots before each test
    private LabPhone alice;

    @SuppressWarnings("NullAway.Init") // boots before each test
    private LabPhone bob;

    @BeforeEach
    void talk() {
        var phones = SITE.boot("alice", "bob");
        alice = phones.getFirst();
        bob = phones.getLast();
        alice.dials("2002");
        bob.rings().answers().hearsEncrypted(alice);
        alice.hearsEncrypted(bob);
    }

    /** The two still talk, and others boot and talk. */
    private void assertUntouched() {
        alice.hearsEncrypted(bob).showsLock();
        bob.hearsEncrypted(alice).showsLock();
        var others = SITE.boot("carol", "dora");
        others.getFirst().dials("2004");
        others.getLast().rings().answers().hears(others.getFirst());
        others.getFirst().hangsUp().isIdle();
        assertThat(Site.registrations(alice)).isOne();
        alice.hangsUp().isIdle();
        bob.isIdle();
    }

    @ParameterizedTest
    @ValueSource(ints = {2000, 2443, 3804, 6970})
    void nonsense_on_a_port_closes_its_own_connection_only(int port) throws IOException {
        var random = new Random(port);
        for (int i = 0; i < 30; i++) {
            var bytes = new byte[random.nextInt(500, 20_000)];
            random.nextBytes(bytes);
            try (var peer = Peer.connects(SITE.at(port))) {
                peer.says(
                                i % 3 == 0
                                        ? "GET /\u0001 nonsense\r\n\r\n"
                                                .repeat(900)
                                                .getBytes(StandardCharsets.US_ASCII)
                                        : bytes)
                        .isClosed();
            }
        }
        assertUntouched();
    }

    @Test
    void nonsense_on_the_port_of_phone_files_harms_nobody() throws IOException {
        var random = new Random(69);
        try (var socket = new DatagramSocket()) {
            for (int i = 0; i < 3_000; i++) {
                var bytes = new byte[random.nextInt(0, 1_400)];
                random.nextBytes(bytes);
                if (bytes.length > 2) {
                    bytes[0] = 0;
                    bytes[1] = (byte) random.nextInt(8);
                }
                socket.send(new DatagramPacket(bytes, bytes.length, SITE.tftp()));
            }
        }
        assertUntouched();
    }

    @Test
    void five_thousand_who_never_speak_and_some_who_never_finish_are_closed_and_cost_a_few_alarms() throws Exception {
        var silent = new ArrayList<Peer>();
        try {
            for (int i = 0; i < CLIENTS; i++) {
                silent.add(Peer.connects(SITE.at(2000)));
                silent.add(Peer.connects(SITE.at(2443)));
            }
            for (int port : List.of(2000, 2443, 3804, 6970)) {
                silent.add(Peer.connects(SITE.at(port)).says(new byte[] {0x16}));
            }
            silent.add(Peer.connects(SITE.at(6970)).says("GET /XMLDefault.cnf.xml HTTP/1.1\r\nHost:"));

            assertUntouched();

            for (var peer : silent) {
                peer.isClosed();
            }
            assertThat(SITE.alarms()).hasSizeLessThan(100);
        } finally {
            for (var peer : silent) {
                peer.close();
            }
        }
    }

    @Test
    @Spec("OV-52")
    void who_shows_no_certificate_gets_no_answer() throws Exception {
        try (var peer = Peer.connectsOverTls(SITE.at(2443))) {
            peer.says(new byte[] {4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}).isClosed();
        }
        SITE.raises(AlarmCatalogue.TLS_HANDSHAKE_FAILED, Map.of());
        assertUntouched();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ffffffff00000000",
                "000000000000000000000000",
                "ffff00001600000001000000",
                "16030100ff0000000000000000"
            })
    void a_phone_that_goes_mad_in_a_call_is_closed_and_the_other_told(String hex) {
        var carol = SITE.boots("carol");
        var dora = SITE.boots("dora");
        carol.dials("2004");
        dora.rings().answers().hears(carol);
        carol.hears(dora);

        dora.saysRaw(Octets.ofHex(hex).toArray());

        dora.isLost();
        carol.isIdle();
        SITE.raises(AlarmCatalogue.DEVICE_UNREGISTERED, Map.of("device", dora.deviceName()));
        // One a second is raised.
        assertThat(SITE.node().alarms().newest(1_000))
                .anyMatch(raised -> raised.alarm().equals(AlarmCatalogue.PROTOCOL_VIOLATION));
        dora.boots();
        carol.dials("2004");
        dora.rings().answers().hears(carol);
        alice.hearsEncrypted(bob);
        bob.hearsEncrypted(alice);
    }
}
