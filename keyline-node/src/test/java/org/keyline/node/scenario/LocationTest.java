package org.keyline.node.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keyline.lab.LabPhone;
import org.keyline.node.NodeDirectory;
import org.keyline.node.ServicesBeside;
import org.keyline.node.service.LocationLine;
import org.keyline.processing.location.LocationUse;
import org.keyline.sccp.codec.field.Tone;

/** A branch with bandwidth for one call: what its phones see and hear of it. */
class LocationTest {
    private static final Pattern REFUSALS =
            Pattern.compile("(?m)^keyline_LocationOutOfResources\\{object=\"Cisco CallManager\"} (\\d+)$");

    @RegisterExtension
    static final Site SITE = Site.nonSecure()
            .and("""
                    locations:
                      - {name: Branch, audioBandwidth: 80}
                    devicePools:
                      - {name: Branch, callManagerGroup: Default, region: Default, location: Branch}
                    """)
            .with(
                    Desk.of("alice", "2001"),
                    Desk.of("carol", "2002"),
                    Desk.of("bob", "2003").with("devicePool: Branch"),
                    Desk.of("dave", "2004").with("location: Branch"));

    private static long refusals() throws IOException {
        try (var page = URI.create("http://" + SITE.address().getHostAddress() + ":9100/metrics")
                .toURL()
                .openStream()) {
            var found = REFUSALS.matcher(new String(page.readAllBytes(), StandardCharsets.UTF_8));
            assertThat(found.find()).isTrue();
            return Long.parseLong(found.group(1));
        }
    }

    private static long taken() {
        return SITE.node().registrations().locations().stream()
                .filter(use -> use.location().name().equals("Branch"))
                .mapToLong(LocationUse::taken)
                .sum();
    }

    private static void talk(LabPhone caller, LabPhone called) {
        caller.dials(called.number());
        called.rings().answers().hears(caller);
        caller.hears(called);
    }

    @Test
    void the_second_call_into_the_branch_is_refused_until_the_first_has_ended() throws IOException {
        var alice = SITE.boots("alice");
        var carol = SITE.boots("carol");
        var bob = SITE.boots("bob");
        var dave = SITE.boots("dave");
        var before = refusals();
        talk(alice, bob);
        assertThat(taken()).isEqualTo(80);
        assertThat(ServicesBeside.locations(NodeDirectory.existing(SITE.data()))
                        .uses()
                        .orElseThrow())
                .contains(new LocationLine("Branch", 80, 80, 1, before));

        carol.dials("2004");
        carol.hearsReorder().showsPrompt("Not enough bandwidth");
        dave.isIdle();
        assertThat(refusals()).isEqualTo(before + 1);
        carol.hangsUp().isIdle();

        alice.hangsUp().isIdle();
        bob.isIdle();
        talk(carol, dave);
        dave.hangsUp().isIdle();
        carol.isIdle();
        Await.until("bandwidth given back", LocationTest::taken, () -> taken() == 0);
    }

    @Test
    void music_goes_into_the_branch_in_place_of_the_call() {
        var alice = SITE.boots("alice");
        var bob = SITE.boots("bob");
        talk(alice, bob);

        alice.presses("Hold").isOnHold();
        bob.hearsMusic();
        alice.presses("Resume").hears(bob);
        bob.hears(alice).hangsUp().isIdle();
        alice.isIdle();
    }

    @Test
    void a_held_call_waits_for_bandwidth() {
        var alice = SITE.boots("alice");
        var carol = SITE.boots("carol");
        var bob = SITE.boots("bob");
        var dave = SITE.boots("dave");
        talk(alice, bob);
        bob.presses("Hold").isOnHold();
        alice.hearsMusic();
        talk(carol, dave);

        bob.presses("Resume").isOnHold().showsPrompt("Not enough bandwidth");

        carol.hangsUp().isIdle();
        dave.isIdle();
        bob.presses("Resume").hears(alice);
        alice.hears(bob).hangsUp().isIdle();
        bob.isIdle();
    }

    @Test
    void who_is_held_where_no_music_fits_in_hears_the_tone() {
        var alice = SITE.boots("alice");
        var carol = SITE.boots("carol");
        var bob = SITE.boots("bob");
        var dave = SITE.boots("dave");
        talk(alice, bob);
        alice.presses("Hold").isOnHold();
        bob.hearsMusic().hangsUp().isIdle();
        alice.isIdle();
        SITE.imports("keyline: 1\nlocations:\n  - {name: Branch, audioBandwidth: 79}\n");
        talk(bob, dave);

        bob.presses("Hold").isOnHold();

        dave.hearsTone(Tone.HOLD_TONE).isMute();
        bob.presses("Resume").hears(dave);
        bob.hangsUp().isIdle();
        dave.isIdle();
        talk(alice, carol);
        alice.hangsUp().isIdle();
        carol.isIdle();
        SITE.imports("keyline: 1\nlocations:\n  - {name: Branch, audioBandwidth: 80}\n");
    }

    @Test
    void a_location_gets_more_bandwidth_while_calls_are_up() {
        var alice = SITE.boots("alice");
        var carol = SITE.boots("carol");
        var bob = SITE.boots("bob");
        var dave = SITE.boots("dave");
        talk(alice, bob);

        SITE.imports("keyline: 1\nlocations:\n  - {name: Branch, audioBandwidth: 160}\n");
        talk(carol, dave);

        SITE.imports("keyline: 1\nlocations:\n  - {name: Branch, audioBandwidth: 80}\n");
        alice.hangsUp().isIdle();
        bob.isIdle();
        carol.hangsUp().isIdle();
        dave.isIdle();
    }
}
