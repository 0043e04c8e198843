package org.keyline.sccp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keyline.sccp.CallSteps.answers;
import static org.keyline.sccp.CallSteps.dials;
import static org.keyline.sccp.CallSteps.listens;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keyline.model.security.DeviceSecurityMode;
import org.keyline.sccp.codec.field.ButtonType;
import org.keyline.sccp.codec.field.CallSecurityStatus;
import org.keyline.sccp.codec.field.CallState;
import org.keyline.sccp.codec.field.RingMode;
import org.keyline.sccp.codec.field.SoftKey;
import org.keyline.sccp.codec.field.SrtpAlgorithm;
import org.keyline.sccp.codec.field.SrtpKeyBlock;
import org.keyline.sccp.codec.field.Tone;
import org.keyline.sccp.codec.message.ServerAudio;
import org.keyline.sccp.codec.message.ServerCall;
import org.keyline.sccp.codec.message.ServerMedia;
import org.keyline.sccp.codec.message.StationKey;
import org.keyline.serviceability.waiting.WaitingPhones;
import org.keyline.spec.Spec;

/** Calls through real sockets, real TLS and real call processing. */
class CallTest {
    private static final String ALICE = "SEP0000000000E1";
    private static final String BOB = "SEP0000000000E2";
    private static final String CAROL = "SEP0000000000F3";

    private final Phones phones = new Phones();
    private final SccpBench bench;
    private RawPhone alice;
    private RawPhone bob;
    private RawPhone carol;

    CallTest() throws Exception {
        phones.add(ALICE, Phones.model7962(), DeviceSecurityMode.ENCRYPTED, List.of("2001"));
        phones.add(BOB, Phones.model7962(), DeviceSecurityMode.ENCRYPTED, List.of("2002"));
        phones.add(CAROL, Phones.model7962(), DeviceSecurityMode.NON_SECURE, List.of("2003"));
        bench = SccpBench.real(phones, SccpBench.Setup.USUAL, new WaitingPhones(Clock.systemUTC()));
        alice = secure(ALICE);
        bob = secure(BOB);
        carol = bench.connect();
    }

    @BeforeEach
    void register() throws IOException {
        alice.registered(ALICE, 404, 20, RawPhone.JAVA);
        bob.registered(BOB, 404, 22, RawPhone.JAVA);
        carol.registered(CAROL, 404, 17, RawPhone.JAVA);
    }

    @AfterEach
    void stop() throws IOException {
        alice.close();
        bob.close();
        carol.close();
        bench.close();
    }

    private RawPhone secure(String name) throws Exception {
        return RawPhone.secure(bench.service.secureAddress(), Pki.client(SccpBench.PKI.phone(name)));
    }

    private static void sees(RawPhone phone, CallSecurityStatus icon) throws IOException {
        phone.await(ServerCall.CallInfoDynamic.class, info -> info.securityStatus() == icon);
    }

    private static void isIdleAgain(RawPhone phone, int call) throws IOException {
        var messages = phone.hearUntil(message -> message instanceof ServerCall.CallStateMessage state
                && state.state() == CallState.ON_HOOK
                && state.callReference() == call);
        assertThat(messages)
                .anyMatch(message -> message instanceof ServerMedia.CloseReceiveChannel)
                .anyMatch(message -> message instanceof ServerMedia.StopMediaTransmission);
    }

    @Test
    @Spec({"OV-65", "OV-04"})
    void an_encrypted_call_has_two_fresh_keys_each_known_to_both_phones_and_shows_the_lock() throws Exception {
        var callA = dials(alice, "2002");
        var callB = answers(bob);
        var openB = listens(bob, 0xC0000202, 20_002);
        var openA = listens(alice, 0xC0000201, 20_000);
        var sendA = alice.await(ServerMedia.StartMediaTransmission.class);
        var sendB = bob.await(ServerMedia.StartMediaTransmission.class);

        assertThat(sendA.remoteAddress().toString() + ":" + sendA.remotePort()).isEqualTo("192.0.2.2:20002");
        assertThat(sendB.remoteAddress().toString() + ":" + sendB.remotePort()).isEqualTo("192.0.2.1:20000");
        assertThat(sendA.codec()).isEqualTo(openB.codec());
        assertThat(sendA.milliSecondPacketSize()).isEqualTo(openB.milliSecondPacketSize());
        assertThat(openA.key().algorithm()).isEqualTo(SrtpAlgorithm.AES_CM_128_HMAC_SHA1_32);
        assertThat(openA.key().key())
                .hasSize(16)
                .isNotEqualTo(new byte[16])
                .isEqualTo(sendB.key().key());
        assertThat(openA.key().salt())
                .hasSize(14)
                .isNotEqualTo(new byte[14])
                .isEqualTo(sendB.key().salt());
        assertThat(openB.key().key())
                .isEqualTo(sendA.key().key())
                .isNotEqualTo(openA.key().key());
        sees(alice, CallSecurityStatus.ENCRYPTED);
        sees(bob, CallSecurityStatus.ENCRYPTED);

        alice.send(new StationKey.OnHook(1, callA));
        isIdleAgain(alice, callA);
        isIdleAgain(bob, callB);
        assertNoKeyInTrace(openA.key());
        assertNoKeyInTrace(openB.key());
    }

    /** Looks at the trace as a person would, and at the objects it keeps by their text. */
    private void assertNoKeyInTrace(SrtpKeyBlock key) {
        var hex = java.util.HexFormat.of().formatHex(key.key());
        var latin = new String(key.key(), StandardCharsets.ISO_8859_1);
        assertThat(bench.trace).anyMatch(signal -> signal.name().equals("OpenReceiveChannel"));
        for (var signal : bench.trace) {
            assertThat(signal.fields().get().toString().toLowerCase(java.util.Locale.ROOT))
                    .doesNotContain(hex)
                    .doesNotContain(latin);
        }
    }

    @Test
    @Spec({"OV-03", "PH-006"})
    void a_call_with_a_non_secure_phone_has_no_key_and_no_lock() throws Exception {
        var callA = dials(alice, "2003");
        answers(carol);
        var openC = listens(carol, 0xC0000203, 20_004);
        var openA = listens(alice, 0xC0000201, 20_000);
        assertThat(openC.key()).isEqualTo(SrtpKeyBlock.NONE);
        assertThat(openA.key()).isEqualTo(SrtpKeyBlock.NONE);
        assertThat(alice.await(ServerMedia.StartMediaTransmission.class).key()).isEqualTo(SrtpKeyBlock.NONE);
        assertThat(carol.await(ServerMedia.StartMediaTransmission.class).key()).isEqualTo(SrtpKeyBlock.NONE);
        carol.send(new StationKey.OnHook(0, 0));
        isIdleAgain(alice, callA);
        assertThat(bench.trace)
                .filteredOn(signal -> signal.name().startsWith("CallInfo"))
                .noneMatch(signal -> signal.fields().get().containsValue("ENCRYPTED (3)"));
    }

    @Test
    void a_held_call_is_resumed_with_other_keys() throws Exception {
        var callA = dials(alice, "2002");
        answers(bob);
        listens(bob, 0xC0000202, 20_002);
        var before = listens(alice, 0xC0000201, 20_000).key();
        sees(alice, CallSecurityStatus.ENCRYPTED);
        alice.send(new StationKey.SoftKeyEvent(SoftKey.HOLD, 1, callA));
        alice.await(ServerCall.CallStateMessage.class, state -> state.state() == CallState.HOLD);
        bob.await(ServerAudio.StartTone.class, tone -> tone.tone().equals(Tone.HOLD_TONE));
        alice.send(new StationKey.SoftKeyEvent(SoftKey.RESUME, 1, callA));
        var after = listens(alice, 0xC0000201, 20_000).key();
        listens(bob, 0xC0000202, 20_002);
        sees(alice, CallSecurityStatus.ENCRYPTED);
        assertThat(after.isEncrypted()).isTrue();
        assertThat(after).isNotEqualTo(before);
    }

    @Test
    void an_unknown_number_is_told_by_tone_and_text() throws Exception {
        alice.send(new StationKey.EnblocCall("999", 1));
        alice.await(ServerCall.CallStateMessage.class, state -> state.state() == CallState.INVALID_NUMBER);
        alice.await(ServerAudio.StartTone.class, tone -> tone.tone().equals(Tone.REORDER));
    }

    @Test
    void the_line_button_answers_too() throws Exception {
        dials(alice, "2002");
        bob.await(ServerAudio.SetRinger.class, ringer -> ringer.ringMode() == RingMode.INSIDE);
        bob.send(new StationKey.Stimulus(ButtonType.LINE, 1, 0, 0));
        bob.await(ServerCall.CallStateMessage.class, state -> state.state() == CallState.CONNECTED);
        alice.await(ServerCall.CallStateMessage.class, state -> state.state() == CallState.CONNECTED);
    }

    @Test
    void a_phone_that_breaks_off_ends_its_call_at_the_other_side() throws Exception {
        dials(alice, "2002");
        var callB = answers(bob);
        listens(bob, 0xC0000202, 20_002);
        listens(alice, 0xC0000201, 20_000);
        bob.await(ServerMedia.StartMediaTransmission.class);
        alice.close();
        isIdleAgain(bob, callB);
    }
}
