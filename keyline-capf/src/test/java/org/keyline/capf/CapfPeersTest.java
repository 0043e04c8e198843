package org.keyline.capf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyline.model.schema.Kinds;
import org.keyline.model.schema.Value;
import org.keyline.spec.Spec;
import org.keyline.trust.tls.TlsProfile;

/** Phones that are slow, silent or too many. */
class CapfPeersTest {
    private static final String NAME = "SEP001122334455";

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init") // started before each test
    private TestNode node;

    @BeforeEach
    void start() throws Exception {
        node = new TestNode(folder, TlsProfile.MODERN, Duration.ofSeconds(2));
        node.with(NAME, "certificateOperation", "INSTALL_UPGRADE");
    }

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    void a_phone_that_never_answers_is_cut_off() throws Exception {
        try (var phone = TestPhone.connect(node.address())) {
            assertThat(phone.hearsNothingMore()).isTrue();
        }
    }

    @Test
    void a_phone_that_answers_too_slowly_is_cut_off() throws Exception {
        try (var phone = TestPhone.connect(node.address())) {
            phone.sendsBytes(new byte[] {0x55, 2});
            assertThat(phone.hearsNothingMore()).isTrue();
        }
    }

    @Test
    @Spec("CAPF-P04")
    void a_key_may_take_as_long_as_the_service_parameter_says_and_no_longer() throws Exception {
        node.set(Kinds.get("capf"), "maxKeyGenerationMinutes", Value.of(1));
        node.service().stop();
        node.service().start();
        try (var phone = TestPhone.connect(node.address()).patient(Duration.ofMinutes(3))) {
            phone.saysName(NAME);
            assertThat(phone.hears().command()).isEqualTo(3);
            var asked = System.nanoTime();
            assertThat(phone.hearsEnd()).isNotEqualTo(1);
            assertThat(Duration.ofNanos(System.nanoTime() - asked))
                    .isBetween(Duration.ofSeconds(58), Duration.ofMinutes(2));
        }
    }

    @Test
    void a_phone_that_falls_silent_after_its_key_is_told_that_it_failed() throws Exception {
        try (var phone = TestPhone.connect(node.address())) {
            phone.saysName(NAME);
            phone.hears();
            phone.sendsKey(TestNode.KEY);
            assertThat(phone.hears().command()).isEqualTo(9);

            assertThat(phone.hearsEnd()).isEqualTo(7);
        }
        assertThat(node.certificates(NAME)).isEmpty();
    }

    @Test
    void silent_connections_beyond_what_an_address_may_have_are_closed_and_the_others_can_still_leave_room()
            throws Exception {
        var silent = new ArrayList<Socket>();
        try {
            for (var count = 0; count < 700; count++) {
                silent.add(
                        new Socket(node.address().getAddress(), node.address().getPort()));
            }
            var refused = awaitRefused(silent, 200);
            silent.removeAll(refused);
            silent.getFirst().close();
            silent.get(1).close();
            installs();
        } finally {
            for (var socket : silent) {
                socket.close();
            }
        }
    }

    private void installs() throws Exception {
        try (var phone = TestPhone.connect(node.address())) {
            phone.saysName(NAME);
            phone.hears();
            phone.sendsKey(TestNode.KEY);
            phone.hears();
            phone.answers(10, 1);
            assertThat(phone.hearsEnd()).isEqualTo(1);
        }
    }

    /**
     * Waits until the server has closed so many; not so long that those it let in could end by their handshake's
     * time-out.
     */
    private static List<Socket> awaitRefused(List<Socket> sockets, int wanted) throws InterruptedException {
        var refused = new LinkedBlockingQueue<Socket>();
        for (var socket : sockets) {
            Thread.ofVirtual().start(() -> {
                if (isClosed(socket)) {
                    refused.add(socket);
                }
            });
        }
        var first = new ArrayList<Socket>();
        while (first.size() < wanted) {
            var next = refused.poll(8, TimeUnit.SECONDS);
            assertThat(next)
                    .as("one more after %d of %d refused", first.size(), wanted)
                    .isNotNull();
            first.add(next);
        }
        return first;
    }

    /** Reads until the other side ends it. */
    private static boolean isClosed(Socket socket) {
        try {
            return socket.getInputStream().read() < 0;
        } catch (IOException reset) {
            return true;
        }
    }
}
