package org.keyline.node.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keyline.lab.LabPhone;
import org.keyline.lab.files.TftpClient;
import org.keyline.serviceability.alarm.AlarmCatalogue;
import org.keyline.spec.Spec;

/** Each threat of the overview, played by somebody on the way, and what it comes to. */
class ThreatsTest {
    @RegisterExtension
    static final Site SITE = Site.mixed().with(Desk.encrypted("alice", "2001"), Desk.encrypted("bob", "2002"));

    /** Somebody on the way who reads everything and, when told, changes a bit of what the phone says. */
    private static final class Eavesdropper implements AutoCloseable {
        private final ServerSocket ear;
        private final List<Socket> sockets = new CopyOnWriteArrayList<>();
        private final List<Byte> heard = new CopyOnWriteArrayList<>();
        private volatile boolean isTampering;

        Eavesdropper(InetSocketAddress server) throws IOException {
            ear = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
            Thread.ofVirtual().start(() -> listen(server));
        }

        InetSocketAddress address() {
            return new InetSocketAddress(ear.getInetAddress(), ear.getLocalPort());
        }

        private void listen(InetSocketAddress server) {
            while (!ear.isClosed()) {
                try {
                    var phone = ear.accept();
                    var node = new Socket(server.getAddress(), server.getPort());
                    sockets.addAll(List.of(phone, node));
                    Thread.ofVirtual().start(() -> pass(phone, node, true));
                    Thread.ofVirtual().start(() -> pass(node, phone, false));
                } catch (IOException over) {
                    return;
                }
            }
        }

        private void pass(Socket from, Socket to, boolean fromPhone) {
            try (from;
                    to) {
                pass(from.getInputStream(), to.getOutputStream(), fromPhone);
            } catch (IOException over) {
                // one side has gone
            }
        }

        private void pass(InputStream in, OutputStream out, boolean fromPhone) throws IOException {
            var bytes = new byte[4_096];
            for (int count = in.read(bytes); count > 0; count = in.read(bytes)) {
                var here = new ArrayList<Byte>(count);
                for (int i = 0; i < count; i++) {
                    here.add(bytes[i]);
                }
                heard.addAll(here);
                if (isTampering && fromPhone) {
                    bytes[count - 1] ^= 1;
                }
                out.write(bytes, 0, count);
            }
        }

        String heard() {
            var text = new StringBuilder();
            heard.forEach(octet -> text.append((char) (octet & 0xFF)));
            return text.toString();
        }

        @Override
        public void close() throws IOException {
            ear.close();
            for (var socket : sockets) {
                socket.close();
            }
        }
    }

    private static LabPhone over(Eavesdropper way, String person) {
        return SITE.owns(SITE.phone(person)
                .staysDown()
                .registersSecurelyAt(way.address())
                .build());
    }

    @Test
    @Spec({"OV-01", "OV-02", "OV-60", "OV-61"})
    void whoever_listens_learns_nothing_and_whoever_changes_signalling_ends_the_connection() throws Exception {
        var bob = SITE.boots("bob");
        SITE.boots("alice").isRegistered().losesPower();
        try (var way = new Eavesdropper(SITE.at(2443))) {
            var alice = over(way, "alice").powersOn();
            alice.isRegistered();
            alice.dials("2002");
            bob.rings().answers();
            alice.hearsEncrypted(bob).hangsUp().isIdle();
            bob.isIdle();
            assertThat(way.heard())
                    .hasSizeGreaterThan(1_000)
                    .doesNotContain("2002")
                    .doesNotContain("bob");

            way.isTampering = true;
            alice.liftsHandset();

            alice.isLost();
            Await.until(
                    "alice to be gone",
                    () -> SITE.node().registrations().devices(),
                    () -> SITE.node()
                            .registrations()
                            .device(Site.device("alice"))
                            .isEmpty());
        }
    }

    @Test
    @Spec({"OV-01", "OV-02", "AL-07", "M-4"})
    void a_file_that_was_changed_on_the_way_is_not_believed_and_the_server_hears_of_it() {
        SITE.boots("alice").isRegistered().losesPower();
        var changed = new Tampering(new TftpClient(SITE.tftp()), name -> name.endsWith(".cnf.xml.sgn"), 20);
        var alice = SITE.owns(SITE.phone("alice")
                .files(changed)
                .registersSecurelyAt(SITE.at(2443))
                .build());

        alice.powersOn().isRegistered();

        assertThat(alice.flash().status()).contains("File Auth Failed");
        SITE.raises(AlarmCatalogue.DEVICE_ALARM, Map.of("device", alice.deviceName(), "text", "File Auth Failed"));
    }
}
