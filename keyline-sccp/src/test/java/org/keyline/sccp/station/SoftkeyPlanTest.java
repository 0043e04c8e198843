package org.keyline.sccp.station;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.keyline.callcontrol.station.Softkey;
import org.keyline.model.keys.PhoneSoftkey;
import org.keyline.model.keys.SoftkeyState;
import org.keyline.model.keys.SoftkeyTemplate;
import org.keyline.model.keys.StandardSoftkeys;
import org.keyline.sccp.codec.field.DisplayText;
import org.keyline.sccp.codec.field.Label;
import org.keyline.sccp.codec.field.SoftKeySet;
import org.keyline.sccp.codec.message.ServerConfiguration.SoftKeyTemplateRes;

/** What of a template reaches a phone. */
class SoftkeyPlanTest {
    @Property
    void the_mask_never_shows_a_key_that_its_state_does_not_allow_or_that_does_nothing(
            @ForAll("templates") SoftkeyTemplate template) {
        var plan = SoftkeyPlan.of(template, true);

        for (var state : SoftkeyState.values()) {
            assertThat(shown(plan, state))
                    .isEqualTo(template.in(state).stream()
                            .filter(SoftkeyFunctions::works)
                            .toList())
                    .allMatch(key -> key.mayStandIn(state));
        }
    }

    @Property
    void a_phone_is_given_no_more_than_it_takes_and_each_key_once(@ForAll("templates") SoftkeyTemplate template) {
        var plan = SoftkeyPlan.of(template, false);

        assertThat(plan.template().softKeys())
                .hasSizeLessThanOrEqualTo(SoftkeyTemplate.KEYS)
                .doesNotHaveDuplicates();
        assertThat(plan.sets().sets()).hasSize(SoftkeyState.values().length).allSatisfy(set -> {
            assertThat(set.keys()).hasSizeLessThanOrEqualTo(SoftkeyTemplate.KEYS_PER_STATE);
            assertThat(set.keys())
                    .allMatch(place -> place.templateIndex() >= 1
                            && place.templateIndex()
                                    <= plan.template().softKeys().size());
        });
    }

    /** The keys a phone shows: each place of the set whose bit of the mask is set. */
    private static List<PhoneSoftkey> shown(SoftkeyPlan plan, SoftkeyState state) {
        var places = plan.sets().sets().get(state.set()).keys();
        int mask = plan.mask(SoftKeySet.of(state.set()));
        var keys = new ArrayList<PhoneSoftkey>();
        for (int n = 0; n < places.size(); n++) {
            if ((mask & 1 << n) != 0) {
                var key = plan.template().softKeys().get(places.get(n).templateIndex() - 1);
                keys.add(SoftkeyFunctions.key(key.event().number()).orElseThrow());
            }
        }
        return keys;
    }

    @Provide
    static Arbitrary<SoftkeyTemplate> templates() {
        return Arbitraries.randoms().map(SoftkeyPlanTest::template);
    }

    /** Up to sixteen allowed keys for each state, in any order, altogether no more than a phone takes. */
    private static SoftkeyTemplate template(Random random) {
        var keys = new EnumMap<SoftkeyState, List<PhoneSoftkey>>(SoftkeyState.class);
        var all = new HashSet<PhoneSoftkey>();
        for (var state : SoftkeyState.values()) {
            var some = new ArrayList<PhoneSoftkey>();
            for (var key : PhoneSoftkey.of(state)) {
                boolean room = some.size() < SoftkeyTemplate.KEYS_PER_STATE
                        && (all.contains(key) || all.size() < SoftkeyTemplate.KEYS);
                if (room && random.nextBoolean()) {
                    some.add(random.nextInt(some.size() + 1), key);
                    all.add(key);
                }
            }
            keys.put(state, some);
        }
        return new SoftkeyTemplate("any", keys);
    }

    @Test
    void the_table_of_keys_has_each_number_name_and_label_once() {
        assertThat(PhoneSoftkey.values())
                .extracting(PhoneSoftkey::event)
                .doesNotHaveDuplicates()
                .allMatch(event -> event >= 1 && event <= 255);
        assertThat(PhoneSoftkey.values())
                .extracting(key -> key.title().toLowerCase(java.util.Locale.ROOT))
                .doesNotHaveDuplicates();
        assertThat(PhoneSoftkey.values())
                .extracting(PhoneSoftkey::labelCode)
                .filteredOn(code -> code != 0)
                .doesNotHaveDuplicates();
        assertThat(PhoneSoftkey.values())
                .allMatch(key -> PhoneSoftkey.named(key.title()).equals(java.util.Optional.of(key)));
    }

    @Test
    void every_word_of_call_control_has_a_key() {
        assertThat(Arrays.stream(PhoneSoftkey.values()).flatMap(key -> SoftkeyFunctions.function(key).stream()))
                .containsExactlyInAnyOrder(Softkey.values());
    }

    @Test
    void the_standard_templates_keep_to_the_rules() {
        for (var standard : StandardSoftkeys.values()) {
            var template = standard.template();
            assertThat(template.all()).hasSizeLessThanOrEqualTo(SoftkeyTemplate.KEYS);
            for (var state : SoftkeyState.values()) {
                assertThat(template.in(state))
                        .as("%s %s", standard, state)
                        .hasSizeLessThanOrEqualTo(SoftkeyTemplate.KEYS_PER_STATE)
                        .doesNotHaveDuplicates()
                        .allMatch(key -> key.mayStandIn(state));
            }
        }
    }

    @Test
    void a_phone_of_the_old_generations_gets_plain_text_where_it_knows_no_label() {
        var template = new SoftkeyTemplate(
                "old", Map.of(SoftkeyState.ON_HOOK, List.of(PhoneSoftkey.REDIAL, PhoneSoftkey.ABBREVIATED_DIAL)));

        var old = SoftkeyPlan.of(template, false).template().softKeys();
        var newer = SoftkeyPlan.of(template, true).template().softKeys();

        assertThat(old)
                .extracting(SoftKeyTemplateRes.Key::label)
                .containsExactly(DisplayText.label(Label.REDIAL), DisplayText.of("AbbrDial"));
        assertThat(newer)
                .extracting(SoftKeyTemplateRes.Key::label)
                .containsExactly(DisplayText.label(Label.REDIAL), DisplayText.label(Label.ABBRDIAL));
    }
}
