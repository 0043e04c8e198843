package org.keyline.sccp.station;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.keyline.model.keys.PhoneSoftkey;
import org.keyline.model.keys.SoftkeyState;
import org.keyline.model.keys.SoftkeyTemplate;
import org.keyline.model.keys.StandardSoftkeys;
import org.keyline.sccp.codec.field.DisplayText;
import org.keyline.sccp.codec.field.Label;
import org.keyline.sccp.codec.field.SoftKey;
import org.keyline.sccp.codec.field.SoftKeySet;
import org.keyline.sccp.codec.message.ServerConfiguration.SoftKeySetRes;
import org.keyline.sccp.codec.message.ServerConfiguration.SoftKeySetRes.KeyPlace;
import org.keyline.sccp.codec.message.ServerConfiguration.SoftKeySetRes.KeySet;
import org.keyline.sccp.codec.message.ServerConfiguration.SoftKeyTemplateRes;

/**
 * The softkeys of one phone as its template orders them: all keys of the template, the set of keys for each state of a
 * call, and which of a set are shown. A phone keeps what it was given until it registers again, so its plan stays the
 * same that long too. Keys that do nothing yet keep their places but are masked out, so that they never appear and
 * nothing moves when they come.
 */
public final class SoftkeyPlan {
    private static final int PREFIX = 8;
    private static final int CODE = 0xFF;

    /** The standard keys, for phones that know the newer labels. */
    public static final SoftkeyPlan STANDARD = of(StandardSoftkeys.STANDARD_USER.template(), true);

    private final SoftKeyTemplateRes template;
    private final SoftKeySetRes sets;
    private final int[] masks;
    private final SoftkeyTemplate keys;

    private SoftkeyPlan(SoftkeyTemplate keys, SoftKeyTemplateRes template, SoftKeySetRes sets, int[] masks) {
        this.keys = keys;
        this.template = template;
        this.sets = sets;
        this.masks = masks;
    }

    /**
     * The plan of a template.
     *
     * @param extendedLabels whether the phone knows the newer label codes, prefix 1E
     */
    public static SoftkeyPlan of(SoftkeyTemplate template, boolean extendedLabels) {
        var all = List.copyOf(template.all());
        var keys = all.stream()
                .map(key -> new SoftKeyTemplateRes.Key(label(key, extendedLabels), SoftKey.of(key.event())))
                .toList();
        var sets = new ArrayList<KeySet>();
        var masks = new int[SoftkeyState.values().length];
        for (var state : SoftkeyState.values()) {
            sets.add(set(template.in(state), all));
            masks[state.set()] = mask(template.in(state), Set.of());
        }
        return new SoftkeyPlan(template, new SoftKeyTemplateRes(keys), new SoftKeySetRes(sets), masks);
    }

    private static DisplayText label(PhoneSoftkey key, boolean extendedLabels) {
        var code = new String(new char[] {(char) (key.labelCode() >> PREFIX), (char) (key.labelCode() & CODE)});
        return Label.of(code)
                .filter(label -> extendedLabels || !label.isExtended())
                .map(DisplayText::label)
                .orElseGet(() -> DisplayText.of(key.title()));
    }

    private static KeySet set(List<PhoneSoftkey> keys, List<PhoneSoftkey> all) {
        return new KeySet(keys.stream()
                .map(key -> KeyPlace.of(all.indexOf(key) + 1, SoftKey.of(key.event())))
                .toList());
    }

    private static int mask(List<PhoneSoftkey> keys, Set<PhoneSoftkey> without) {
        var mask = 0;
        for (var i = 0; i < keys.size(); i++) {
            if (SoftkeyFunctions.works(keys.get(i)) && !without.contains(keys.get(i))) {
                mask |= 1 << i;
            }
        }
        return mask;
    }

    /** All keys. */
    public SoftKeyTemplateRes template() {
        return template;
    }

    /** All sets. */
    public SoftKeySetRes sets() {
        return sets;
    }

    /** Which keys of {@code set} are shown: bit n for its n-th key. */
    public int mask(SoftKeySet set) {
        return masks[set.number()];
    }

    /** The same without some of them. */
    public int mask(SoftKeySet set, Set<PhoneSoftkey> without) {
        for (var state : SoftkeyState.values()) {
            if (state.set() == set.number()) {
                return mask(keys.in(state), without);
            }
        }
        return 0;
    }
}
