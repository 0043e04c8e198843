package org.keyline.node.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keyline.sccp.codec.message.StationKey;
import org.keyline.spec.Spec;

/** What TLS gives the signalling of a phone: nobody reads it, nobody changes it, nobody else is believed. */
class TlsTest {
    @RegisterExtension
    static final Site SITE = Site.mixed().with(Desk.encrypted("alice", "2001"), Desk.encrypted("bob", "2002"));

    /** Somebody between phone and server who keeps what passes, and can change what the phone says. */
    private static final class Between implements AutoCloseable {
        private static final int BUFFER = 16_384;

        private final ServerSocket listening = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        private final InetSocketAddress server;
        private final ByteArrayOutputStream seen = new ByteArrayOutputStream();
        private final AtomicBoolean changes = new AtomicBoolean();

        Between(InetSocketAddress server) throws IOException {
            this.server = server;
            Thread.ofVirtual().start(this::accept);
        }

        InetSocketAddress address() {
            return (InetSocketAddress) listening.getLocalSocketAddress();
        }

        String seen() {
            synchronized (seen) {
                return seen.toString(StandardCharsets.ISO_8859_1);
            }
        }

        private void accept() {
            while (!listening.isClosed()) {
                try {
                    var phone = listening.accept();
                    var node = new Socket(server.getAddress(), server.getPort());
                    Thread.ofVirtual().start(() -> pass(phone, node, true));
                    Thread.ofVirtual().start(() -> pass(node, phone, false));
                } catch (IOException closed) {
                    assertThat(listening.isClosed()).isTrue();
                }
            }
        }

        private void pass(Socket from, Socket to, boolean ofPhone) {
            try (from;
                    to) {
                var buffer = new byte[BUFFER];
                for (int read = from.getInputStream().read(buffer);
                        read > 0;
                        read = from.getInputStream().read(buffer)) {
                    if (ofPhone && changes.get()) {
                        buffer[read - 1] ^= 1;
                    }
                    synchronized (seen) {
                        seen.write(buffer, 0, read);
                    }
                    to.getOutputStream().write(buffer, 0, read);
                }
            } catch (IOException gone) {
                // one side has closed, and so does the other
            }
        }

        @Override
        public void close() {
            try {
                listening.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Test
    @Spec("OV-09")
    void it_hides_what_is_said_and_ends_when_a_bit_is_changed_on_the_way() throws Exception {
        SITE.boots("alice").hasLsc().losesPower();
        var bob = SITE.boots("bob");
        try (var between = new Between(SITE.at(2443))) {
            var alice = SITE.owns(SITE.unprovisioned("alice", "7962")
                    .flash(SITE.phone("alice").build().flash())
                    .registersSecurelyAt(between.address())
                    .build());
            alice.boots().dials("2002");
            bob.rings().answers();
            alice.isConnectedTo("2002").hangsUp().isIdle();
            bob.isIdle();
            assertThat(between.seen())
                    .as("what an eavesdropper reads")
                    .isNotEmpty()
                    .doesNotContain(alice.deviceName().substring(3), "alice", "2002");

            between.changes.set(true);
            alice.says(new StationKey.EnblocCall("2002", 1)).isLost();

            bob.isIdle();
            Await.until(
                    "the server to have closed too",
                    () -> SITE.node().registrations().devices(),
                    () -> SITE.node()
                            .registrations()
                            .device(Site.device("alice"))
                            .isEmpty());
        }
    }
}
