package org.keyline.callcontrol.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keyline.callcontrol.resource.Sound;
import org.keyline.callcontrol.resource.Sound.Announcement;
import org.keyline.callcontrol.resource.Sound.Music;
import org.keyline.callcontrol.station.Cause;
import org.keyline.callcontrol.station.Softkey;
import org.keyline.model.media.HoldSources;

/** Who holds decides what those hear who are held: the line, else the device, else the system. */
class HoldSourceTest {
    private final Office office = new Office();
    private final Deskphone alice =
            office.phone("2001").holdSources(sources("jazz", "waltz")).registered();
    private final Deskphone bob = office.phone("2002").registered();

    @BeforeEach
    void thereIsMusic() {
        office.phone("2003").registered();
        office.music(true);
    }

    private static HoldSources sources(String user, String network) {
        return new HoldSources(
                Optional.of(user).filter(name -> !name.isEmpty()),
                Optional.of(network).filter(name -> !name.isEmpty()));
    }

    private void aliceTalksToBob() {
        alice.dialsEnBloc("2002");
        bob.answers();
    }

    private void plays(Sound... sounds) {
        assertThat(office.jukebox().playing()).containsExactly(sounds);
    }

    @Test
    void a_device_has_its_source_and_another_the_usual_one() {
        aliceTalksToBob();
        alice.holds();
        plays(new Music("jazz"));
        alice.resumes();

        bob.holds();

        plays(new Music("default"));
    }

    @Test
    void the_source_of_the_line_goes_before_that_of_the_device() {
        office.holdSources("2001", sources("polka", ""));
        aliceTalksToBob();

        alice.holds();
        plays(new Music("polka"));
        alice.resumes();
        alice.presses(Softkey.TRANSFER);

        plays(new Music("waltz"));
    }

    @Test
    void who_waits_for_a_transfer_or_a_conference_hears_the_network_source() {
        aliceTalksToBob();
        alice.presses(Softkey.TRANSFER);
        plays(new Music("waltz"));
        alice.presses(Softkey.END_CALL);
        alice.resumes();

        alice.presses(Softkey.CONFERENCE);

        plays(new Music("waltz"));
    }

    @Test
    void who_is_parked_hears_the_network_source() {
        office.parksAt("7100");
        aliceTalksToBob();

        alice.presses(Softkey.PARK);

        plays(new Music("waltz"));
    }

    @Test
    void who_is_held_for_another_call_hears_the_user_source() {
        aliceTalksToBob();
        office.phone("2004").registered().dialsEnBloc("2001");

        alice.answers();

        plays(new Music("jazz"));
    }

    @Test
    void announcements_are_in_the_language_of_the_phone() {
        var hanako = office.phone("2005").language("ja").registered();

        hanako.dialsEnBloc("2999");

        plays(new Announcement(Cause.UNALLOCATED_NUMBER, "ja"));
    }
}
