package org.keyline.node.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keyline.ctl.CtlChoice;
import org.keyline.lab.LabPhone;
import org.keyline.lab.phone.PhoneConfig;
import org.keyline.spec.Spec;

/** Where phones register: the Ethernet Phone Port, and TLS 443 above it. */
class PhonePortTest {
    @RegisterExtension
    static final Site SITE = Site.nonSecure().with(Desk.encrypted("alice", "2001"), Desk.of("dora", "2002"));

    private static void registersAt(int port, LabPhone phone) {
        assertThat(phone.phone().config().orElseThrow().signalling())
                .extracting(PhoneConfig.Server::port)
                .containsExactly(port);
    }

    private static boolean isOpen(int port) {
        try (var socket = new Socket(SITE.address(), port)) {
            return socket.isConnected();
        } catch (IOException refused) {
            return false;
        }
    }

    @Test
    @Spec({"CTL3-14", "CTL3-15", "CTL3-25", "CTL3-26"})
    void both_ports_move_together_when_another_program_needs_the_usual_one() throws Exception {
        registersAt(2000, SITE.boots("alice").losesPower());
        SITE.signs(CtlChoice.MIXED_MODE, Security.OURS.first(), Security.OURS.second());
        var usual = SITE.boots("alice");
        registersAt(2443, usual);
        assertThat(usual.phone().cipherSuite()).contains("AES");
        usual.losesPower();

        SITE.imports("keyline: 1\nnodes: [{name: cm1, ethernetPhonePort: 3000}]\n");
        SITE.restarts(_ -> {});

        assertThat(isOpen(2000)).isFalse();
        assertThat(isOpen(2443)).isFalse();
        try (var _ = new ServerSocket(2000, 1, SITE.address())) {
            var alice = SITE.boots("alice");
            var dora = SITE.boots("dora");
            registersAt(3443, alice);
            assertThat(alice.phone().cipherSuite()).contains("AES");
            registersAt(3000, dora);
            alice.dials("2002");
            dora.rings().answers().hears(alice);
        }
    }
}
