package org.keyline.callcontrol.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keyline.callcontrol.call.CallTimer;
import org.keyline.callcontrol.party.RelayChoice;
import org.keyline.callcontrol.station.Cause;
import org.keyline.callcontrol.station.StationCommand.Connected;
import org.keyline.callcontrol.station.StationCommand.OpenReceive;
import org.keyline.callcontrol.station.StationCommand.StartTransmit;
import org.keyline.model.media.AudioCodec;
import org.keyline.model.security.SecurityClass;
import org.keyline.spec.Spec;

class MediaTest {
    private final Office office = new Office();

    @ParameterizedTest
    @CsvSource({
        "NON_SECURE,    NON_SECURE,    NON_SECURE",
        "NON_SECURE,    AUTHENTICATED, NON_SECURE",
        "NON_SECURE,    ENCRYPTED,     NON_SECURE",
        "AUTHENTICATED, NON_SECURE,    NON_SECURE",
        "AUTHENTICATED, AUTHENTICATED, AUTHENTICATED",
        "AUTHENTICATED, ENCRYPTED,     AUTHENTICATED",
        "ENCRYPTED,     NON_SECURE,    NON_SECURE",
        "ENCRYPTED,     AUTHENTICATED, AUTHENTICATED",
        "ENCRYPTED,     ENCRYPTED,     ENCRYPTED"
    })
    @Spec({"OV-03", "OV-04", "OV-05", "PH-006"})
    void a_call_is_as_secure_as_its_weakest_party(SecurityClass caller, SecurityClass callee, SecurityClass expected) {
        var alice = office.phone("2001").security(caller).registered();
        var bob = office.phone("2002").security(callee).registered();

        alice.dialsEnBloc("2002");
        bob.answers();

        alice.isInCallWith(bob);
        assertThat(alice.display().security).contains(expected);
        assertThat(bob.display().security).contains(expected);
        assertThat(alice.told(StartTransmit.class).getFirst().key().isPresent())
                .isEqualTo(expected == SecurityClass.ENCRYPTED);
    }

    @ParameterizedTest
    @CsvSource({
        "NON_SECURE,    NON_SECURE,    true,  NON_SECURE",
        "NON_SECURE,    AUTHENTICATED, true,  NON_SECURE",
        "NON_SECURE,    ENCRYPTED,     true,  NON_SECURE",
        "AUTHENTICATED, AUTHENTICATED, true,  AUTHENTICATED",
        "AUTHENTICATED, ENCRYPTED,     true,  AUTHENTICATED",
        "ENCRYPTED,     ENCRYPTED,     true,  ENCRYPTED",
        "NON_SECURE,    NON_SECURE,    false, NON_SECURE",
        "AUTHENTICATED, AUTHENTICATED, false, NON_SECURE",
        "ENCRYPTED,     AUTHENTICATED, false, NON_SECURE",
        "ENCRYPTED,     ENCRYPTED,     false, NON_SECURE"
    })
    @Spec({"OV-32", "PH-006"})
    void a_call_through_a_termination_point_is_as_secure_as_the_weaker_way_to_it(
            SecurityClass caller, SecurityClass callee, boolean secure, SecurityClass expected) {
        var point = office.point("MTP_1", secure, 1);
        var alice = office.phone("2001").security(caller).registered();
        var bob = office.phone("2002")
                .security(callee)
                .relay(RelayChoice.TERMINATED)
                .registered();

        alice.dialsEnBloc("2002");
        bob.answers();

        assertThat(point.connects(alice, bob)).isTrue();
        assertThat(alice.display().security).contains(expected);
        assertThat(bob.display().security).contains(expected);
        assertThat(alice.told(StartTransmit.class).getFirst().key().isPresent())
                .as("the caller's way is encrypted")
                .isEqualTo(secure && caller == SecurityClass.ENCRYPTED);
        assertThat(bob.told(StartTransmit.class).getFirst().key().isPresent())
                .as("the called party's way is encrypted")
                .isEqualTo(secure && callee == SecurityClass.ENCRYPTED);
    }

    @Test
    @Spec("OV-65")
    void both_get_both_sets_of_keys_and_the_call_keeps_none() {
        var alice = office.phone("2001").security(SecurityClass.ENCRYPTED).registered();
        var bob = office.phone("2002").security(SecurityClass.ENCRYPTED).registered();

        alice.dialsEnBloc("2002");
        bob.answers();

        var toBob = bob.told(OpenReceive.class).getFirst().key().orElseThrow();
        var toAlice = alice.told(OpenReceive.class).getFirst().key().orElseThrow();
        assertThat(alice.told(StartTransmit.class)
                        .getFirst()
                        .key()
                        .orElseThrow()
                        .key())
                .isEqualTo(toBob.key());
        assertThat(bob.told(StartTransmit.class).getFirst().key().orElseThrow().key())
                .isEqualTo(toAlice.key());
        assertThat(toBob.key()).isNotEqualTo(toAlice.key());
        assertThat(office.wiped()).singleElement().satisfies(set -> {
            assertThat(set.toCalled().key()).containsOnly(0);
            assertThat(set.toCalling().salt()).containsOnly(0);
        });
    }

    @Test
    @Spec("OV-33")
    void the_lock_shows_only_when_both_phones_hear() {
        var alice = office.phone("2001").security(SecurityClass.ENCRYPTED).registered();
        var bob = office.phone("2002")
                .security(SecurityClass.ENCRYPTED)
                .opensWhenTold()
                .registered();
        alice.dialsEnBloc("2002");
        bob.answers();
        assertThat(alice.told(Connected.class).getFirst().parties().security()).isEmpty();
        assertThat(alice.display().security).isEmpty();

        bob.listens();

        assertThat(alice.display().security).contains(SecurityClass.ENCRYPTED);
        assertThat(bob.display().security).contains(SecurityClass.ENCRYPTED);
    }

    @Test
    void a_phone_sends_as_soon_as_the_other_listens() {
        var alice = office.phone("2001").registered();
        var bob = office.phone("2002").opensWhenTold().registered();

        alice.dialsEnBloc("2002");
        bob.answers();
        assertThat(bob.sending()).hasSize(1);
        assertThat(alice.sending()).isEmpty();

        bob.listens();
        alice.isInCallWith(bob);
        bob.listens();
        alice.isInCallWith(bob);
    }

    @Test
    @Spec("OV-30")
    void an_encrypted_7960_does_not_use_wideband_but_an_unencrypted_one_does() {
        office.region("default", AudioCodec.WIDEBAND, AudioCodec.WIDEBAND);
        var alice = office.phone("2001")
                .model("7960")
                .security(SecurityClass.ENCRYPTED)
                .codecs(AudioCodec.WIDEBAND, AudioCodec.G711_ULAW)
                .registered();
        var bob = office.phone("2002")
                .security(SecurityClass.ENCRYPTED)
                .codecs(AudioCodec.WIDEBAND, AudioCodec.G711_ULAW)
                .registered();
        var carol = office.phone("2003")
                .codecs(AudioCodec.WIDEBAND, AudioCodec.G711_ULAW)
                .registered();

        alice.dialsEnBloc("2002");
        bob.answers();
        assertThat(alice.told(OpenReceive.class).getLast().codec()).isEqualTo(AudioCodec.G711_ULAW);
        alice.hangsUp();

        alice.dialsEnBloc("2003");
        carol.answers();
        assertThat(alice.told(OpenReceive.class).getLast().codec()).isEqualTo(AudioCodec.WIDEBAND);
    }

    @Test
    void between_regions_the_narrower_codec_is_used() {
        office.region("default", AudioCodec.G711_ULAW, AudioCodec.G729A);
        office.region("branch", AudioCodec.G711_ULAW, AudioCodec.G729A);
        var alice = office.phone("2001").registered();
        var bob = office.phone("2002").region("branch").registered();

        alice.dialsEnBloc("2002");
        bob.answers();

        assertThat(alice.told(OpenReceive.class).getLast().codec()).isEqualTo(AudioCodec.G729A);
    }

    @Test
    void without_a_common_codec_both_hear_that_it_cannot_be() {
        var alice = office.phone("2001").codecs(AudioCodec.G711_ULAW).registered();
        var bob = office.phone("2002").codecs(AudioCodec.G729A).registered();

        alice.dialsEnBloc("2002");
        bob.answers();

        alice.hearsRefusal(Cause.BEARER_NOT_AVAILABLE);
        bob.hearsRefusal(Cause.BEARER_NOT_AVAILABLE);
        bob.hangsUp();
        bob.isIdle();
        alice.hangsUp();
        alice.isIdle();
        assertThat(office.calls()).isEmpty();
    }

    @Test
    void a_phone_that_cannot_receive_is_asked_once_more_with_another_codec() {
        var alice = office.phone("2001").security(SecurityClass.ENCRYPTED).registered();
        var bob = office.phone("2002")
                .security(SecurityClass.ENCRYPTED)
                .opensWhenTold()
                .registered();
        alice.dialsEnBloc("2002");
        bob.answers();

        bob.cannotListen();
        bob.listens();

        alice.isInCallWith(bob);
        assertThat(bob.told(OpenReceive.class))
                .extracting(OpenReceive::codec)
                .containsExactly(AudioCodec.G711_ULAW, AudioCodec.G729A);
        assertThat(office.wiped()).hasSize(2);
    }

    @Test
    void a_phone_that_cannot_receive_twice_ends_the_call_with_a_tone() {
        var alice = office.phone("2001").registered();
        var bob = office.phone("2002").opensWhenTold().registered();
        alice.dialsEnBloc("2002");
        bob.answers();

        bob.cannotListen();
        bob.cannotListen();

        alice.hearsRefusal(Cause.TEMPORARY_FAILURE);
        bob.hearsRefusal(Cause.TEMPORARY_FAILURE);
        assertThat(alice.listening()).isEmpty();
        assertThat(office.story()).anyMatch(line -> line.startsWith("alarm: SEP000000002002"));
    }

    @Test
    void a_phone_that_never_reports_ends_the_call_with_a_tone() {
        var alice = office.phone("2001").registered();
        var bob = office.phone("2002").opensWhenTold().registered();
        alice.dialsEnBloc("2002");
        bob.answers();

        office.expires(CallTimer.MEDIA);

        alice.hearsRefusal(Cause.TEMPORARY_FAILURE);
        assertThat(bob.listening()).isEmpty();
        office.expires(CallTimer.TONE);
        alice.isIdle();
        bob.isIdle();
    }

    @Test
    void a_late_report_of_an_earlier_stream_changes_nothing() {
        var alice = office.phone("2001").registered();
        var bob = office.phone("2002").opensWhenTold().registered();
        alice.dialsEnBloc("2002");
        bob.answers();
        var late = bob.opened(bob.told(OpenReceive.class).getFirst());
        alice.holds();
        alice.resumes();

        bob.does(late);
        assertThat(alice.sending()).isEmpty();

        bob.listens();
        alice.isInCallWith(bob);
    }
}
