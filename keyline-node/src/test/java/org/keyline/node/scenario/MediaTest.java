package org.keyline.node.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.keyline.lab.LabPhone;
import org.keyline.lab.phone.Misbehaviour;
import org.keyline.sccp.codec.field.Codec;
import org.keyline.serviceability.alarm.AlarmCatalogue;

/** Which codec a call speaks, and phones that have trouble with it. */
class MediaTest {
    private static final Codec MU_LAW = Codec.G711_ULAW_64K;
    private static final Codec A_LAW = Codec.G711_ALAW_64K;

    @RegisterExtension
    static final Site SITE = Site.nonSecure()
            .and("""
                    regions:
                      - {name: Town, within: G711_ALAW, toOthers: G711_ULAW}
                      - {name: Studio, within: G722, toOthers: G711_ULAW}
                      - {name: Village, within: G729, toOthers: G729, to: [{region: Town, codec: G711_ALAW}]}
                    devicePools:
                      - {name: Town, callManagerGroup: Default, region: Town}
                      - {name: Studio, callManagerGroup: Default, region: Studio}
                      - {name: Village, callManagerGroup: Default, region: Village}
                    """)
            .with(
                    Desk.of("alice", "2001"),
                    Desk.of("bob", "2002"),
                    Desk.of("tom", "2003").with("devicePool: Town"),
                    Desk.of("tina", "2004").with("devicePool: Town"),
                    Desk.of("stan", "2005").with("devicePool: Studio"),
                    Desk.of("sue", "2006").with("devicePool: Studio"),
                    Desk.of("vic", "2007").with("devicePool: Village"));

    private static LabPhone speaking(String person, Codec... codecs) {
        return SITE.owns(
                SITE.phone(person).like(profile -> profile.with(codecs)).build().boots());
    }

    private static LabPhone misbehaving(String person, Misbehaviour how) {
        return SITE.owns(SITE.phone(person).misbehaving(how).build().boots());
    }

    static Stream<Arguments> choices() {
        return Stream.of(
                Arguments.of("alice", "bob", List.of(MU_LAW, A_LAW), MU_LAW),
                Arguments.of("alice", "bob", List.of(A_LAW, MU_LAW), MU_LAW),
                Arguments.of("alice", "bob", List.of(A_LAW), A_LAW),
                Arguments.of("alice", "bob", List.of(Codec.G729, MU_LAW), MU_LAW),
                Arguments.of("tom", "tina", List.of(MU_LAW, A_LAW), A_LAW),
                Arguments.of("tom", "tina", List.of(MU_LAW), MU_LAW),
                Arguments.of("vic", "tom", List.of(MU_LAW, A_LAW), A_LAW),
                Arguments.of("tom", "vic", List.of(MU_LAW, A_LAW), A_LAW),
                Arguments.of("tom", "stan", List.of(A_LAW, MU_LAW), MU_LAW));
    }

    @ParameterizedTest
    @MethodSource("choices")
    void regions_and_capabilities_choose_the_codec(String one, String other, List<Codec> able, Codec chosen) {
        var caller = SITE.boots(one);
        var called = speaking(other, able.toArray(Codec[]::new));
        caller.dialsEnBloc(called.number());
        called.rings().answers().hears(caller);
        caller.hears(called);
        assertThat(Codecs.toHear(caller)).containsExactly(chosen);
        assertThat(Codecs.toHear(called)).containsExactly(chosen);
        called.hangsUp().isIdle();
        caller.isIdle();
    }

    @ParameterizedTest
    @CsvSource({"vic, alice", "alice, vic", "stan, vic"})
    void a_phone_without_the_codec_of_the_region_gets_no_call(String one, String other) {
        var caller = speaking(one, MU_LAW, A_LAW);
        var called = speaking(other, MU_LAW, A_LAW);
        caller.dialsEnBloc(called.number());
        called.rings().answers().hearsReorder().showsPrompt("Not enough bandwidth");
        caller.hearsReorder().isMute();
        assertThat(Codecs.toHear(caller)).isEmpty();
        called.hangsUp().isIdle();
        caller.presses("EndCall").isIdle();
    }

    @Test
    void when_a_phone_refuses_the_best_codec_both_get_another() {
        var stan = SITE.boots("stan");
        var sue = SITE.boots("sue");
        stan.dials("2006");
        sue.rings().answers().hears(stan);
        stan.hears(sue);
        // The lab has no G.722 and says so.
        for (var phone : Arrays.asList(stan, sue)) {
            assertThat(Codecs.toHear(phone)).containsExactly(Codec.G722_64K, MU_LAW);
        }
        stan.hangsUp().isIdle();
        sue.isIdle();
    }

    @Test
    void a_phone_that_takes_its_time_is_heard_in_the_end() {
        var alice = misbehaving("alice", Misbehaviour.LATE_MEDIA_ACK);
        var bob = SITE.boots("bob");
        alice.dials("2002");
        bob.rings().answers();
        alice.hears(bob);
        bob.hears(alice).hangsUp().isIdle();
        alice.isIdle();
    }

    @Test
    void a_phone_that_never_opens_its_channel_loses_the_call_with_an_alarm() {
        var alice = SITE.boots("alice");
        var bob = misbehaving("bob", Misbehaviour.NO_MEDIA_ACK);
        alice.dials("2002");
        bob.rings().answers();
        alice.hearsReorder().showsPrompt("Temp fail");
        bob.hearsReorder();
        SITE.raises(AlarmCatalogue.MEDIA_FAILED, Map.of("device", bob.deviceName()));
        alice.hangsUp().isIdle();
        bob.hangsUp().isIdle();
    }
}
