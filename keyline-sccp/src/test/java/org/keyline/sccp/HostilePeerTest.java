package org.keyline.sccp;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keyline.model.security.DeviceSecurityMode;
import org.keyline.sccp.codec.message.SccpMessages;
import org.keyline.sccp.codec.message.ServerRegistration;
import org.keyline.sccp.codec.message.StationRegistration;
import org.keyline.sccp.codec.message.StationRequest;
import org.keyline.sccp.session.KeepAlive;
import org.keyline.transport.ConnectionLimits;
import org.keyline.transport.Offence;

/**
 * Peers that are broken, slow, silent or hostile: they are closed or skipped, and the phone beside them never notices.
 */
class HostilePeerTest {
    private static final int SILENT = 10_000;

    /** Both ends of all of them are more files than a process may have open here or there. */
    private static final int SILENT_AT_ONCE = 2_500;

    private static final String ALICE = "SEP001122334455";
    private static final String BOB = "SEP665544332211";

    private final Phones phones = new Phones();
    private final ScriptedProcessing processing = new ScriptedProcessing(phones);
    private SccpBench bench;
    private RawPhone neighbour;

    HostilePeerTest() throws IOException {
        phones.add(ALICE, Phones.model7962(), DeviceSecurityMode.NON_SECURE, List.of("2001"));
        phones.add(BOB, Phones.model7962(), DeviceSecurityMode.NON_SECURE, List.of("2002"));
        bench = new SccpBench(processing, phones);
        neighbour = bench.connect();
    }

    @BeforeEach
    void registerNeighbour() throws IOException {
        neighbour.registered(BOB, 404, 20, RawPhone.JAVA);
    }

    @AfterEach
    void neighbourIsUntouched() throws IOException {
        neighbour.send(new StationRequest.TimeDateReq());
        assertThat(neighbour.hearAll()).isNotEmpty();
        assertThat(processing.heard()).noneMatch(line -> line.startsWith(BOB + " gone"));
        neighbour.close();
        bench.close();
    }

    private void restart(ConnectionLimits limits) throws IOException {
        neighbour.close();
        bench.close();
        processing.heard().clear();
        bench = new SccpBench(processing, phones, SccpBench.Setup.USUAL.with(limits));
        neighbour = bench.connect().registered(BOB, 404, 20, RawPhone.JAVA);
    }

    @Test
    void a_length_that_no_message_has_ends_the_connection() throws Exception {
        for (var length : new int[] {0, 3, 8_193, Integer.MAX_VALUE, -1, 0x47455420}) {
            try (var peer = bench.connect()) {
                var frame = Unpooled.buffer().writeIntLE(length).writeIntLE(0).writeIntLE(1);
                peer.sendBytes(frame.array(), frame.readableBytes());
                assertThat(peer.isClosedByServer()).as("length %d", length).isTrue();
            }
        }
        assertThat(bench.service.plainConnections().count(Offence.MALFORMED)).isEqualTo(6);
        assertThat(bench.alarms.raised()).anyMatch(alarm -> alarm.startsWith("ProtocolViolation"));
    }

    @Test
    void a_frame_that_is_cut_off_waits_and_the_connection_ends_at_the_deadline() throws Exception {
        restart(ConnectionLimits.SIGNALLING.withFirstMessage(Duration.ofMillis(300)));
        try (var peer = bench.connect()) {
            var register = peer.bytesOf(
                    new StationRegistration.Alarm(org.keyline.sccp.codec.field.AlarmSeverity.CRITICAL, "x", 0, 0));
            peer.sendBytes(register, register.length - 10);
            assertThat(peer.isClosedByServer()).isTrue();
        }
        assertThat(bench.service.plainConnections().count(Offence.SILENT)).isEqualTo(1);
    }

    @Test
    void alarms_alone_keep_no_connection_open() throws Exception {
        restart(ConnectionLimits.SIGNALLING.withFirstMessage(Duration.ofMillis(300)));
        try (var peer = bench.connect()) {
            peer.send(new StationRegistration.Alarm(
                    org.keyline.sccp.codec.field.AlarmSeverity.INFORMATIONAL, "25: Name=SEP001122334455", 0, 0));
            assertThat(peer.isClosedByServer()).isTrue();
        }
    }

    @Test
    void a_registration_byte_by_byte_is_a_registration() throws Exception {
        try (var peer = bench.connect()) {
            var bytes = peer.bytesOf(StationRegistration.Register.of(
                    ALICE,
                    org.keyline.sccp.codec.wire.MediaAddress.NONE,
                    org.keyline.sccp.codec.field.DeviceType.CISCO_7962G,
                    20,
                    RawPhone.JAVA,
                    ""));
            for (var single : bytes) {
                peer.sendBytes(new byte[] {single}, 1);
            }
            peer.hear(ServerRegistration.RegisterAck.class);
        }
    }

    @Test
    void many_messages_in_one_segment_are_many_messages() throws Exception {
        try (var peer = bench.connect()) {
            var one = peer.bytesOf(new StationRegistration.KeepAlive());
            var all = new ByteArrayOutputStream();
            for (var i = 0; i < 500; i++) {
                all.write(one);
            }
            peer.sendBytes(all.toByteArray(), all.size());
            for (var i = 0; i < 500; i++) {
                peer.hear(ServerRegistration.KeepAliveAck.class);
            }
            assertThat(peer.hearAll()).isEmpty();
        }
    }

    @Test
    void unknown_and_malformed_messages_are_counted_and_skipped() throws Exception {
        try (var peer = bench.connect().registered(ALICE, 404, 20, RawPhone.JAVA)) {
            var unknown = Unpooled.buffer()
                    .writeIntLE(8)
                    .writeIntLE(0)
                    .writeIntLE(0xFF02)
                    .writeIntLE(1);
            var headless = Unpooled.buffer().writeIntLE(4).writeIntLE(0).writeIntLE(0x000B);
            var fromServer = Unpooled.buffer().writeIntLE(4).writeIntLE(0).writeIntLE(0x0100);
            for (var frame : List.of(unknown, headless, fromServer)) {
                peer.sendBytes(frame.array(), frame.readableBytes());
            }
            peer.send(new StationRequest.TimeDateReq());
            assertThat(peer.hearAll()).hasSize(1);
        }
        assertThat(bench.stack.counters().unknown()).isEqualTo(1);
        assertThat(bench.stack.counters().malformed()).isEqualTo(2);
    }

    @Test
    void random_bodies_of_every_message_end_no_session_and_throw_nothing() throws Exception {
        var random = new Random(42);
        try (var peer = bench.connect().registered(ALICE, 404, 20, RawPhone.JAVA)) {
            for (var row : SccpMessages.TABLE) {
                if (row.id() == 0x0001 || row.id() == 0x0027) {
                    continue;
                }
                for (var i = 0; i < 8; i++) {
                    var body = new byte[random.nextInt(200)];
                    random.nextBytes(body);
                    var frame = Unpooled.buffer();
                    frame.writeIntLE(4 + body.length)
                            .writeIntLE(0)
                            .writeIntLE(row.id())
                            .writeBytes(body);
                    peer.sendBytes(frame.array(), frame.readableBytes());
                }
            }
            peer.hearAll();
        }
    }

    @Test
    void random_bytes_end_their_own_connection_only() throws Exception {
        var random = new Random(7);
        for (var i = 0; i < 50; i++) {
            try (var peer = bench.connect()) {
                var noise = new byte[1 + random.nextInt(3_000)];
                random.nextBytes(noise);
                peer.sendBytes(noise, noise.length);
            }
        }
        Await.until("the noisy connections to end", () -> bench.service.connections() == 1);
    }

    @Test
    void a_phone_that_asks_and_asks_without_reading_is_closed() throws Exception {
        try (var peer = bench.connect().registered(ALICE, 404, 20, RawPhone.JAVA)) {
            var question = peer.bytesOf(new StationRequest.SoftKeyTemplateReq());
            var many = new ByteArrayOutputStream();
            for (var i = 0; i < 5_000; i++) {
                many.write(question);
            }
            for (var i = 0; i < 20; i++) {
                peer.sendBytes(many.toByteArray(), many.size());
            }
            awaitNotReading();
        } catch (IOException closed) {
            // While it was still asking.
            awaitNotReading();
        }
        Await.until("the peer to be gone", () -> processing.heard().contains(ALICE + " gone: Connection lost"));
    }

    private void awaitNotReading() {
        Await.until(
                "the peer to be noticed", () -> bench.service.plainConnections().count(Offence.NOT_READING) == 1);
    }

    @Test
    void a_phone_that_was_turned_away_is_not_asked_about_again() throws Exception {
        try (var peer = bench.connect()) {
            peer.register("SEPFFFFFFFFFFFF", 404, 20, RawPhone.JAVA);
            for (var i = 0; i < 100; i++) {
                peer.send(StationRegistration.Register.of(
                        "SEPFFFFFFFFFFFF",
                        org.keyline.sccp.codec.wire.MediaAddress.NONE,
                        org.keyline.sccp.codec.field.DeviceType.CISCO_7962G,
                        20,
                        RawPhone.JAVA,
                        ""));
            }
            assertThat(peer.isClosedByServer()).isTrue();
        }
        assertThat(bench.stack.counters().refusals()).isEqualTo(1);
    }

    @Test
    void ten_thousand_connections_that_never_speak_are_closed_and_counted() throws Exception {
        restart(ConnectionLimits.SIGNALLING.withFirstMessage(Duration.ofSeconds(1)));
        var atOnce = new Semaphore(SILENT_AT_ONCE);
        try (var waiting = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < SILENT; i++) {
                atOnce.acquire();
                var peer = bench.connect();
                var _ = waiting.submit(() -> hangUpWhenClosed(peer, atOnce));
            }
        }
        Await.until(
                "all silent connections to be counted",
                () -> bench.service.plainConnections().count(Offence.SILENT) == SILENT);
        Await.until("only the neighbour to be left", () -> bench.service.connections() == 1);
        assertThat(bench.alarms.raised().stream().filter(alarm -> alarm.contains("No complete message")))
                .hasSizeLessThan(20);
    }

    private static boolean hangUpWhenClosed(RawPhone peer, Semaphore atOnce) throws IOException {
        try (peer) {
            return peer.isClosedByServer();
        } finally {
            atOnce.release();
        }
    }

    @Test
    void a_registered_phone_that_falls_silent_is_gone_after_two_keepalive_intervals() throws Exception {
        neighbour.close();
        bench.close();
        processing.heard().clear();
        bench = new SccpBench(
                processing,
                phones,
                SccpBench.Setup.USUAL.with(new KeepAlive(Duration.ofSeconds(1), Duration.ofSeconds(1))));
        neighbour = bench.connect().registered(BOB, 404, 20, RawPhone.JAVA);
        try (var silent = bench.connect().registered(ALICE, 404, 20, RawPhone.JAVA)) {
            Await.until("the silent phone to be gone", () -> {
                keepAliveOfNeighbour();
                bench.service.lookAfterSessions();
                return processing.heard().contains(ALICE + " gone: Keepalive timeout");
            });
            assertThat(silent.isClosedByServer()).isTrue();
        }
        assertThat(bench.stack.counters().timeouts()).isEqualTo(1);
    }

    private void keepAliveOfNeighbour() {
        try {
            neighbour.send(new StationRegistration.KeepAlive());
            neighbour.hear();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
