package org.keyline.callcontrol.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keyline.callcontrol.call.CallTimer;
import org.keyline.callcontrol.station.Cause;
import org.keyline.callcontrol.station.Phrase;
import org.keyline.callcontrol.station.Softkey;
import org.keyline.model.media.AudioCodec;
import org.keyline.model.server.Location;

/** Calls between locations take bandwidth, and do without where there is none. */
class LocationTest {
    private final Office office = new Office();
    private final Roads roads = office.roads().limit("Branch", 80);
    private final Deskphone alice = office.phone("2001").registered();
    private final Deskphone bob = office.phone("2002").location("Branch").registered();
    private final Deskphone carol = office.phone("2003").registered();
    private final Deskphone dave = office.phone("2004").location("Branch").registered();

    private void aliceTalksToBob() {
        alice.dialsEnBloc("2002");
        bob.answers();
        alice.isInCallWith(bob);
    }

    @ParameterizedTest
    @CsvSource({"G711_ULAW,80", "G722,80", "G729,24", "G729A,24", "G723,24", "ILBC,24", "GSM,29", "WIDEBAND,272"})
    void a_call_takes_what_its_codec_needs_of_both_locations_and_gives_it_back(AudioCodec codec, int kilobits) {
        roads.limit("Branch", 272);
        office.region("default", AudioCodec.WIDEBAND, AudioCodec.WIDEBAND);
        var callee = office.phone("2012").location("Branch").codecs(codec).registered();
        var caller = office.phone("2013").codecs(codec).registered();

        caller.dialsEnBloc("2012");
        callee.answers();
        assertThat(roads.used("Branch")).isEqualTo(kilobits);
        assertThat(roads.used(Location.HUB_NONE)).isEqualTo(kilobits);

        caller.hangsUp();
        assertThat(roads.reserved()).isEmpty();
    }

    @Test
    void a_call_inside_a_location_takes_nothing() {
        roads.limit("Branch", 1);

        bob.dialsEnBloc("2004");
        dave.answers();

        bob.isInCallWith(dave);
        assertThat(roads.reserved()).isEmpty();
    }

    @Test
    void a_call_for_which_there_is_no_bandwidth_does_not_ring() {
        aliceTalksToBob();

        carol.dialsEnBloc("2004");

        carol.hearsRefusal(Cause.OUT_OF_BANDWIDTH);
        dave.isIdle();
        assertThat(roads.refusals()).isEqualTo(1);
        alice.isInCallWith(bob);
        carol.hangsUp();
        alice.hangsUp();
        carol.dialsEnBloc("2004");
        dave.answers();
        carol.isInCallWith(dave);
    }

    @Test
    void of_two_calls_that_ring_only_one_can_be_answered() {
        alice.dialsEnBloc("2002");
        carol.dialsEnBloc("2004");
        bob.answers();

        dave.answers();

        carol.hearsRefusal(Cause.OUT_OF_BANDWIDTH);
        dave.hearsRefusal(Cause.OUT_OF_BANDWIDTH);
        assertThat(dave.listening()).isEmpty();
        alice.isInCallWith(bob);
        assertThat(roads.used("Branch")).isEqualTo(80);
    }

    @Test
    void another_codec_is_counted_anew() {
        bob.opensWhenTold();
        alice.dialsEnBloc("2002");
        bob.answers();
        assertThat(roads.used("Branch")).isEqualTo(80);

        bob.cannotListen();

        assertThat(roads.used("Branch")).isEqualTo(24);
        bob.listens();
        alice.isInCallWith(bob);
    }

    @Test
    void music_takes_bandwidth_in_place_of_the_call() {
        office.music(true);
        aliceTalksToBob();

        alice.holds();
        assertThat(roads.used("Branch")).isEqualTo(80);
        assertThat(roads.used(Location.HUB_NONE)).isEqualTo(80);
        assertThat(bob.listening()).hasSize(1);

        alice.resumes();
        alice.isInCallWith(bob);
        assertThat(roads.used("Branch")).isEqualTo(80);

        bob.holds();
        assertThat(roads.reserved()).as("alice and the music are in one place").isEmpty();
    }

    @Test
    void without_bandwidth_for_music_there_is_the_tone() {
        office.music(true);
        bob.dialsEnBloc("2004");
        dave.answers();
        var erin = office.phone("2005").location("Branch").registered();
        alice.dialsEnBloc("2005");
        erin.answers();

        bob.holds();

        assertThat(dave.display().farHeld).as("hold tone").isTrue();
        assertThat(dave.listening()).isEmpty();
        assertThat(office.jukebox().legs()).isEmpty();
    }

    @Test
    void a_held_call_stays_held_while_there_is_no_bandwidth() {
        aliceTalksToBob();
        alice.holds();
        carol.dialsEnBloc("2004");
        dave.answers();

        alice.resumes();

        alice.shows("held");
        assertThat(alice.explained()).containsExactly(Phrase.NOT_ENOUGH_BANDWIDTH);
        assertThat(bob.display().farHeld).isTrue();
        carol.hangsUp();
        alice.resumes();
        alice.isInCallWith(bob);
    }

    @Test
    void a_transfer_within_a_location_gives_the_bandwidth_back() {
        roads.limit("Branch", 160);
        aliceTalksToBob();
        alice.presses(Softkey.TRANSFER);
        alice.dialsEnBloc("2004");
        dave.answers();

        alice.presses(Softkey.TRANSFER);

        bob.isInCallWith(dave);
        assertThat(roads.reserved()).isEmpty();
    }

    @Test
    void a_transfer_into_a_full_location_fails_for_both() {
        alice.dialsEnBloc("2003");
        carol.answers();
        alice.presses(Softkey.TRANSFER);
        alice.dialsEnBloc("2002");
        alice.presses(Softkey.TRANSFER);
        bob.shows("ringing");
        var erin = office.phone("2005").registered();
        erin.dialsEnBloc("2004");
        dave.answers();

        bob.answers();

        bob.hearsRefusal(Cause.OUT_OF_BANDWIDTH);
        carol.hearsRefusal(Cause.OUT_OF_BANDWIDTH);
        erin.isInCallWith(dave);
    }

    @Test
    void a_call_that_moves_to_another_appearance_is_counted_where_it_is() {
        var workshop = office.sharing("2002", "2022").registered();
        aliceTalksToBob();
        bob.holds();
        assertThat(roads.reserved()).isEmpty();

        workshop.presses(Softkey.RESUME);

        alice.isInCallWith(workshop);
        assertThat(roads.reserved()).isEmpty();
    }

    @Test
    void a_call_cannot_move_to_an_appearance_without_bandwidth() {
        var workshop = office.sharing("2003", "2033").location("Branch").registered();
        alice.dialsEnBloc("2003");
        carol.answers();
        carol.holds();
        var erin = office.phone("2005").registered();
        erin.dialsEnBloc("2004");
        dave.answers();

        workshop.presses(Softkey.RESUME);

        assertThat(workshop.explained()).containsExactly(Phrase.NOT_ENOUGH_BANDWIDTH);
        assertThat(workshop.listening()).isEmpty();
        carol.resumes();
        alice.isInCallWith(carol);
    }

    @Test
    void a_party_of_a_conference_takes_its_way_to_the_bridge() {
        office.bridge("CFB_1", true);
        roads.limit("Branch", 160);
        aliceTalksToBob();
        alice.presses(Softkey.CONFERENCE);
        alice.dialsEnBloc("2004");
        dave.answers();

        alice.presses(Softkey.CONFERENCE);

        assertThat(roads.used("Branch")).isEqualTo(160);
        alice.hangsUp();
        bob.isInCallWith(dave);
        assertThat(roads.reserved()).as("two in one place").isEmpty();
    }

    @Test
    void a_party_without_a_way_to_the_bridge_is_not_in_the_conference() {
        office.bridge("CFB_1", true);
        bob.dialsEnBloc("2004");
        dave.answers();
        bob.presses(Softkey.CONFERENCE);
        bob.dialsEnBloc("2001");
        alice.answers();

        bob.presses(Softkey.CONFERENCE);

        assertThat(bob.explained()).contains(Phrase.NOT_ENOUGH_BANDWIDTH);
        dave.isIdle();
        bob.isInCallWith(alice);
        assertThat(roads.used("Branch")).isEqualTo(80);
    }

    @Test
    void who_barges_from_afar_needs_bandwidth() {
        var workshop = office.sharing("2003", "2033").location("Branch").registered();
        alice.dialsEnBloc("2003");
        carol.answers();

        workshop.presses(Softkey.BARGE);
        assertThat(roads.used("Branch")).isEqualTo(80);
        workshop.presses(Softkey.END_CALL);
        assertThat(roads.reserved()).isEmpty();

        var erin = office.phone("2005").registered();
        erin.dialsEnBloc("2004");
        dave.answers();
        workshop.presses(Softkey.BARGE);
        assertThat(workshop.explained()).containsExactly(Phrase.NOT_ENOUGH_BANDWIDTH);
        assertThat(workshop.listening()).isEmpty();
        alice.isInCallWith(carol);
    }

    @Test
    void a_device_that_is_gone_gives_back_what_its_call_had() {
        office.music(true);
        aliceTalksToBob();
        alice.holds();

        bob.vanishes();

        assertThat(roads.reserved()).isEmpty();
        office.expires(CallTimer.TONE);
    }
}
