package org.keyline.node.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keyline.callcontrol.station.StationCommand.Reset;
import org.keyline.sccp.codec.field.Codec;
import org.keyline.serviceability.alarm.AlarmCatalogue;

/** The administrator changes the configuration while people talk. */
class ChangeTest {
    @RegisterExtension
    static final Site SITE = Site.nonSecure()
            .and("""
                    partitions:
                      - {name: Inside}
                    callingSearchSpaces:
                      - {name: Everywhere, partitions: [Inside]}
                    regions:
                      - {name: Narrow, within: G711_ULAW, toOthers: G711_ULAW}
                    devicePools:
                      - {name: Narrow, callManagerGroup: Default, region: Narrow}
                    """)
            .with(
                    Desk.of("alice", "2001"),
                    Desk.of("bob", "2002"),
                    Desk.of("carol", "2003"),
                    Desk.of("dora", "2004"),
                    Desk.of("emil", "2005"),
                    Desk.of("fred", "2006"));

    @Test
    void a_phone_gets_another_line_while_it_talks_and_rings_on_it_after_a_restart() {
        var alice = SITE.boots("alice");
        var bob = SITE.boots("bob");
        var carol = SITE.boots("carol");
        alice.dials("2002");
        bob.rings().answers().hears(alice);

        SITE.imports("keyline: 1\nlines:\n  - {number: \"2012\", alertingName: bob}\n");
        SITE.sets("bob", "lines: [{line: \"2002\", display: bob}, {line: \"2012\", display: bob}]");

        bob.hears(alice);
        alice.hears(bob).hangsUp().isIdle();
        bob.isIdle();
        SITE.resets(bob, "bob", Reset.Kind.RESTART);
        bob.showsLine(2, "2012");
        carol.dials("2012");
        bob.rings().answers().hears(carol);
        carol.hears(bob);
    }

    @Test
    void a_phone_deleted_in_the_middle_of_a_call_is_cut_off_and_the_other_told() {
        var alice = SITE.boots("alice");
        var dora = SITE.boots("dora");
        alice.dials("2004");
        dora.rings().answers().hears(alice);
        alice.hears(dora);

        SITE.removes("dora");

        alice.isIdle();
        SITE.raises(AlarmCatalogue.DEVICE_UNREGISTERED, Map.of("device", dora.deviceName(), "reason", "deleted"));
        assertThat(SITE.node().registrations().device(Site.device("dora"))).isEmpty();
        alice.dials("2004").hearsReorder().hangsUp().isIdle();
    }

    @Test
    void a_number_that_moves_to_another_phone_rings_there() {
        var alice = SITE.boots("alice");
        var emil = SITE.boots("emil");
        var fred = SITE.boots("fred");
        SITE.imports("keyline: 1\nlines:\n  - {number: \"2016\", alertingName: fred}\n");
        SITE.sets("emil", "lines: [{line: \"2016\", display: emil}]");
        SITE.sets("fred", "lines: [{line: \"2005\", display: fred}]");
        SITE.resets(emil, "emil", Reset.Kind.RESTART);
        SITE.resets(fred, "fred", Reset.Kind.RESTART);

        alice.dials("2005");
        fred.showsLine(1, "2005").rings().answers().hears(alice);
        emil.isIdle();
        fred.hangsUp().isIdle();
        alice.isIdle();
    }

    @Test
    void a_number_in_a_partition_is_reached_only_by_those_who_may() {
        var alice = SITE.boots("alice");
        var carol = SITE.boots("carol");
        SITE.imports("keyline: 1\nlines:\n  - {number: \"2020\", partition: Inside, alertingName: nina}\n");
        SITE.imports("""
                keyline: 1
                phones:
                  - name: %s
                    model: "7962"
                    lines:
                      - {line: "2020@Inside", display: nina}
                """.formatted(Desk.device("nina")));
        var nina = SITE.owns(SITE.stranger("nina", "7962").build()).boots();

        alice.dials("2020")
                .hearsReorder()
                .showsPrompt("Unknown number")
                .hangsUp()
                .isIdle();
        SITE.sets("carol", "callingSearchSpace: Everywhere");
        carol.dials("2020");
        nina.rings().answers().hears(carol);
        carol.hangsUp().isIdle();
    }

    @Test
    void a_phone_that_moves_to_another_region_speaks_its_codec_in_the_next_call() {
        var alice = SITE.boots("alice");
        var carol = SITE.owns(SITE.phone("carol")
                .like(profile -> profile.with(Codec.G711_ALAW_64K, Codec.G711_ULAW_64K))
                .build()
                .boots());
        SITE.imports("keyline: 1\nregions:\n  - {name: Default, within: G711_ALAW}\n");
        alice.dials("2003");
        carol.rings().answers().hears(alice);
        assertThat(Codecs.toHear(carol)).containsExactly(Codec.G711_ALAW_64K);
        carol.hangsUp().isIdle();
        alice.isIdle();

        SITE.sets("carol", "devicePool: Narrow");
        SITE.sets("alice", "devicePool: Narrow");
        alice.dials("2003");
        carol.rings().answers().hears(alice);
        assertThat(Codecs.toHear(carol)).containsExactlyElementsOf(List.of(Codec.G711_ALAW_64K, Codec.G711_ULAW_64K));
        carol.hangsUp().isIdle();
        alice.isIdle();
    }
}
