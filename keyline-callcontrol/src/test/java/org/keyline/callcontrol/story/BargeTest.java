package org.keyline.callcontrol.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keyline.callcontrol.station.Cause;
import org.keyline.callcontrol.station.Phrase;
import org.keyline.callcontrol.station.Softkey;
import org.keyline.callcontrol.station.StationCommand.OpenReceive;
import org.keyline.model.security.SecurityClass;
import org.keyline.spec.Spec;

/** Alice talks to Bob, whose line is also in the workshop; the workshop comes in. */
class BargeTest {
    private final Office office = new Office();
    private final Deskphone alice = office.phone("2001");
    private final Deskphone bob = office.phone("2002");
    private final Deskphone workshop = office.sharing("2002", "2012");

    private void talk(SecurityClass call, SecurityClass initiator) {
        alice.security(call).registered();
        bob.security(call).registered();
        workshop.security(initiator).registered();
        alice.dialsEnBloc("2002");
        bob.answers();
    }

    /** The whole table of the rules: what the call was, who comes, and what everybody shows then. */
    @ParameterizedTest
    @CsvSource({
        "ENCRYPTED,     ENCRYPTED,     ENCRYPTED,     ENCRYPTED",
        "ENCRYPTED,     AUTHENTICATED, refused,       ",
        "ENCRYPTED,     NON_SECURE,    refused,       ",
        "AUTHENTICATED, ENCRYPTED,     NON_SECURE,    NON_SECURE",
        "AUTHENTICATED, AUTHENTICATED, AUTHENTICATED, AUTHENTICATED",
        "AUTHENTICATED, NON_SECURE,    AUTHENTICATED, NON_SECURE",
        "NON_SECURE,    ENCRYPTED,     NON_SECURE,    NON_SECURE",
        "NON_SECURE,    AUTHENTICATED, NON_SECURE,    NON_SECURE",
        "NON_SECURE,    NON_SECURE,    NON_SECURE,    NON_SECURE"
    })
    @Spec({"OV-23", "OV-24", "OV-25", "OV-26", "PH-053"})
    void the_class_of_a_call_somebody_barges_into(
            SecurityClass call, SecurityClass initiator, String others, SecurityClass guest) {
        talk(call, initiator);
        workshop.presses(Softkey.BARGE);

        if (others.equals("refused")) {
            workshop.hearsRefusal(Cause.USER_BUSY);
            assertThat(workshop.explained()).containsExactly(Phrase.CANNOT_BARGE);
            alice.isStillTalkingTo(bob);
            assertThat(alice.display().security).contains(call);
            return;
        }
        workshop.shows("connected");
        assertThat(workshop.display().security).contains(guest);
        for (var phone : List.of(alice, bob)) {
            assertThat(phone.display().security).contains(SecurityClass.valueOf(others));
            assertThat(phone.display().barged)
                    .as("%s hears the tone", phone.number())
                    .isTrue();
        }
        mixes(bob, alice, workshop);
    }

    @ParameterizedTest
    @CsvSource({"7940, refused", "7960, refused", "7962, allowed"})
    @Spec({"OV-28", "PH-052"})
    void phones_that_cannot_mix_what_is_encrypted_accept_nobody_then(String model, String verdict) {
        bob.model(model);
        talk(SecurityClass.ENCRYPTED, SecurityClass.ENCRYPTED);
        workshop.presses(Softkey.BARGE);

        if (verdict.equals("refused")) {
            workshop.hearsRefusal(Cause.USER_BUSY);
            assertThat(workshop.explained()).containsExactly(Phrase.INCOMPATIBLE);
            alice.isStillTalkingTo(bob);
        } else {
            mixes(bob, alice, workshop);
        }
    }

    @Test
    @Spec("OV-65")
    void the_guest_has_keys_nobody_else_has() {
        talk(SecurityClass.ENCRYPTED, SecurityClass.ENCRYPTED);
        workshop.presses(Softkey.BARGE);

        var keys = Stream.of(alice, bob, workshop)
                .flatMap(phone -> phone.told(OpenReceive.class).stream())
                .map(open -> ByteBuffer.wrap(open.key().orElseThrow().key()))
                .toList();
        assertThat(keys).hasSize(4).doesNotHaveDuplicates();
        assertThat(office.wiped()).hasSize(office.keySetsMade());
    }

    @Test
    void the_guest_leaves_and_sees_the_call_as_before() {
        talk(SecurityClass.NON_SECURE, SecurityClass.NON_SECURE);
        workshop.presses(Softkey.BARGE);
        workshop.hangsUp();

        workshop.shows("in use elsewhere");
        alice.isInCallWith(bob);
        workshop.presses(Softkey.BARGE);
        mixes(bob, alice, workshop);
        alice.hangsUp();
        Stream.of(alice, bob, workshop).forEach(Deskphone::isIdle);
    }

    @Test
    void the_host_holds_and_the_guest_is_out() {
        talk(SecurityClass.NON_SECURE, SecurityClass.NON_SECURE);
        workshop.presses(Softkey.BARGE);
        bob.holds();

        workshop.shows("held elsewhere");
        bob.resumes();
        alice.isInCallWith(bob);
    }

    @Test
    void one_whom_the_call_refused_hangs_up_and_looks_on() {
        talk(SecurityClass.ENCRYPTED, SecurityClass.NON_SECURE);
        workshop.presses(Softkey.BARGE);
        workshop.hangsUp();

        workshop.shows("in use elsewhere");
        bob.hangsUp();
        Stream.of(alice, bob, workshop).forEach(Deskphone::isIdle);
    }

    @Test
    void one_who_cannot_come_into_a_parked_call_hangs_up_and_looks_on() {
        office.parksAt("71XX");
        talk(SecurityClass.NON_SECURE, SecurityClass.NON_SECURE);
        alice.presses(Softkey.PARK);
        workshop.presses(Softkey.BARGE);
        workshop.hearsRefusal(Cause.USER_BUSY);
        workshop.hangsUp();

        workshop.shows("in use elsewhere");
        bob.hangsUp();
        Stream.of(bob, workshop).forEach(Deskphone::isIdle);
    }

    @Test
    void two_do_not_barge_into_the_same_call() {
        var third = office.sharing("2002", "2022").registered();
        talk(SecurityClass.NON_SECURE, SecurityClass.NON_SECURE);
        workshop.presses(Softkey.BARGE);
        third.presses(Softkey.BARGE);

        assertThat(third.explained()).containsExactly(Phrase.ANOTHER_BARGE);
        mixes(bob, alice, workshop);
    }

    @Test
    @Spec("OV-27")
    void through_a_conference_bridge_that_does_not_encrypt_the_call_is_non_secure() {
        office.bridge("CFB_1", false);
        talk(SecurityClass.ENCRYPTED, SecurityClass.ENCRYPTED);
        workshop.presses(Softkey.CONFERENCE_BARGE);

        for (var phone : List.of(alice, bob, workshop)) {
            assertThat(office.bridges().getFirst().seats(phone)).isTrue();
            assertThat(phone.display().security).isEqualTo(Optional.of(SecurityClass.NON_SECURE));
        }
        bob.hangsUp();
        assertThat(office.calls()).hasSize(1);
        alice.isInCallWith(workshop);
    }

    @Test
    void who_looks_on_sees_the_guest_when_the_phone_of_the_host_is_gone() {
        office.bridge("CFB_1", true);
        var third = office.sharing("2002", "2022").registered();
        talk(SecurityClass.NON_SECURE, SecurityClass.NON_SECURE);
        workshop.presses(Softkey.CONFERENCE_BARGE);
        bob.vanishes();
        alice.isInCallWith(workshop);

        third.shows("in use elsewhere");
        workshop.holds();
        third.shows("held elsewhere");
        third.resumes();
        alice.isInCallWith(third);
    }

    @Test
    void without_a_bridge_of_its_own_no_phone_is_barged_into() {
        office.bridgesOff();
        talk(SecurityClass.NON_SECURE, SecurityClass.NON_SECURE);
        workshop.presses(Softkey.BARGE);
        assertThat(workshop.explained()).containsExactly(Phrase.CANNOT_BARGE);
        alice.isStillTalkingTo(bob);
    }

    /** The host hears and is heard by both others, each in a stream of its own. */
    private static void mixes(Deskphone host, Deskphone other, Deskphone guest) {
        assertThat(host.listening()).hasSize(2);
        assertThat(host.sending()).hasSize(2);
        for (var phone : List.of(other, guest)) {
            var sent = phone.sending().values().iterator().next();
            assertThat(host.listening().values()).anyMatch(open -> Deskphone.match(sent, open));
            var heard = phone.listening().values().iterator().next();
            assertThat(host.sending().values()).anyMatch(toPhone -> Deskphone.match(toPhone, heard));
            assertThat(host.hearsAt(sent.to())).isPresent();
        }
    }
}
