package org.keyline.lab.phone;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keyline.lab.phone.CallPlane.ShownKeys;
import org.keyline.sccp.codec.field.SoftKey;
import org.keyline.sccp.codec.message.ServerConfiguration.SoftKeySetRes;
import org.keyline.sccp.codec.message.ServerConfiguration.SoftKeyTemplateRes;

/** The softkeys the server described: which label means which event, and which keys make up which set. */
final class Softkeys {
    private static final int MASK_BITS = 32;

    private List<SoftKeyTemplateRes.Key> template = List.of();
    private List<SoftKeySetRes.KeySet> sets = List.of();

    void template(SoftKeyTemplateRes answer) {
        template = answer.softKeys();
    }

    void sets(SoftKeySetRes answer) {
        sets = answer.sets();
    }

    /** The labels on the display, in order. */
    List<String> labels(ShownKeys shown) {
        return keys(shown).stream().map(key -> key.label().readable()).toList();
    }

    /** The event of the key with that label, if the key is on the display. */
    Optional<SoftKey> event(ShownKeys shown, String label) {
        return keys(shown).stream()
                .filter(key -> key.label().readable().equals(label))
                .map(SoftKeyTemplateRes.Key::event)
                .findFirst();
    }

    private List<SoftKeyTemplateRes.Key> keys(ShownKeys shown) {
        int index = shown.set().number();
        var keys = new ArrayList<SoftKeyTemplateRes.Key>();
        if (index < 0 || index >= sets.size()) {
            return keys;
        }
        var places = sets.get(index).keys();
        for (int n = 0; n < places.size() && n < MASK_BITS; n++) {
            int place = places.get(n).templateIndex();
            if ((shown.mask() & (1 << n)) != 0 && place >= 1 && place <= template.size()) {
                keys.add(template.get(place - 1));
            }
        }
        return keys;
    }
}
