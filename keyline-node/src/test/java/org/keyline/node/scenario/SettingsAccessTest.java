package org.keyline.node.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keyline.callcontrol.station.StationCommand.Reset;
import org.keyline.spec.Spec;

/** The administrator takes the settings of a phone in the lobby out of its visitors' hands. */
class SettingsAccessTest {
    @RegisterExtension
    static final Site SITE = Site.nonSecure().with(Desk.of("emil", "2001"));

    @Test
    @Spec({"PH-048", "PH-049"})
    void without_settings_access_the_volume_stays_as_it_was_until_the_administrator_gives_it_back() {
        var emil = SITE.boots("emil").turnsVolume(2).savesVolume().turnsVolume(1);
        assertThat(emil.flash().volume()).as("what the user saved").isEqualTo(7);

        SITE.sets("emil", "settingsAccess: DISABLED");
        SITE.resets(emil, "emil", Reset.Kind.RESET);
        assertThat(emil.flash().volume()).as("what the phone saved by itself").isEqualTo(8);
        emil.turnsVolume(-4).savesVolume();
        assertThat(emil.flash().volume()).isEqualTo(8);
        emil.losesPower();
        emil.boots();
        assertThat(emil.phone().volume()).isEqualTo(8);

        SITE.sets("emil", "settingsAccess: ENABLED");
        SITE.resets(emil, "emil", Reset.Kind.RESET);
        emil.turnsVolume(-4).savesVolume();
        assertThat(emil.flash().volume()).isEqualTo(4);
    }
}
