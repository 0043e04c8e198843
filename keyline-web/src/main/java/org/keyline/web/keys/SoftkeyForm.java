package org.keyline.web.keys;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.keyline.model.keys.PhoneSoftkey;
import org.keyline.model.keys.SoftkeyState;
import org.keyline.model.keys.SoftkeyTemplate;

/**
 * A softkey template on its way through the page: every button of the page sends the whole form, and only Save stores
 * it.
 *
 * @param name its name as entered
 * @param description free text
 * @param basedOn the standard template it began with
 * @param keys the keys of each state in order
 * @param state the state whose keys are shown
 * @param focus the key whose button had the focus; it keeps it
 */
public record SoftkeyForm(
        String name,
        String description,
        String basedOn,
        Map<SoftkeyState, List<PhoneSoftkey>> keys,
        SoftkeyState state,
        Optional<String> focus) {
    public SoftkeyForm {
        var copy = new EnumMap<SoftkeyState, List<PhoneSoftkey>>(SoftkeyState.class);
        keys.forEach((of, list) -> copy.put(of, List.copyOf(list)));
        keys = Collections.unmodifiableMap(copy);
    }

    /** The form with the values of these fields. */
    public static SoftkeyForm of(Function<String, String> field, SoftkeyState state) {
        var keys = new EnumMap<SoftkeyState, List<PhoneSoftkey>>(SoftkeyState.class);
        for (var of : SoftkeyState.values()) {
            keys.put(of, SoftkeyTemplate.read(field.apply(of.field())));
        }
        return new SoftkeyForm(
                field.apply("name"), field.apply("description"), field.apply("basedOn"), keys, state, Optional.empty());
    }

    /** The form with the keys of a template. */
    public static SoftkeyForm of(SoftkeyTemplate template, String name, String basedOn) {
        return new SoftkeyForm(name, "", basedOn, template.keys(), SoftkeyState.ON_HOOK, Optional.empty());
    }

    /** The keys of the state that is shown. */
    public List<PhoneSoftkey> shown() {
        return keys.getOrDefault(state, List.of());
    }

    /** The keys that may still be put there. */
    public List<PhoneSoftkey> others() {
        return PhoneSoftkey.of(state).stream()
                .filter(key -> !shown().contains(key))
                .toList();
    }

    /** Whether the state is full. */
    public boolean isFull() {
        return shown().size() >= SoftkeyTemplate.KEYS_PER_STATE;
    }

    /** Every field as it is stored. */
    public Map<String, String> fields() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("name", name);
        fields.put("description", description);
        fields.put("basedOn", basedOn);
        keys.forEach((of, list) -> fields.put(of.field(), SoftkeyTemplate.written(list)));
        return fields;
    }

    /**
     * What a button asks for, for example {@code up:REDIAL} or {@code show:CONNECTED}; anything else changes nothing.
     */
    public SoftkeyForm after(String order) {
        int colon = order.indexOf(':');
        var what = colon < 0 ? order : order.substring(0, colon);
        var whom = colon < 0 ? "" : order.substring(colon + 1);
        if (what.equals("show")) {
            return SoftkeyState.ofField(whom).map(this::showing).orElse(this);
        }
        return PhoneSoftkey.named(whom).map(key -> after(what, key)).orElse(this);
    }

    private SoftkeyForm after(String what, PhoneSoftkey key) {
        return switch (what) {
            case "up" -> moved(key, -1, what);
            case "down" -> moved(key, 1, what);
            case "remove" -> without(key);
            case "add" -> added(key);
            default -> this;
        };
    }

    private SoftkeyForm moved(PhoneSoftkey key, int by, String what) {
        var list = new ArrayList<>(shown());
        int from = list.indexOf(key);
        int to = from + by;
        if (from < 0 || to < 0 || to >= list.size()) {
            return this;
        }
        Collections.swap(list, from, to);
        boolean atEnd = to == 0 || to == list.size() - 1;
        var next = atEnd ? (by < 0 ? "down" : "up") : what;
        return with(list, next + ":" + key.title());
    }

    private SoftkeyForm without(PhoneSoftkey key) {
        var list = new ArrayList<>(shown());
        list.remove(key);
        return with(list, "add:" + key.title());
    }

    private SoftkeyForm added(PhoneSoftkey key) {
        if (isFull() || shown().contains(key) || !key.mayStandIn(state)) {
            return this;
        }
        var list = new ArrayList<>(shown());
        list.add(key);
        return with(list, "up:" + key.title());
    }

    private SoftkeyForm with(List<PhoneSoftkey> list, String focused) {
        var changed = new EnumMap<>(keys);
        changed.put(state, list);
        return new SoftkeyForm(name, description, basedOn, changed, state, Optional.of(focused));
    }

    private SoftkeyForm showing(SoftkeyState other) {
        return new SoftkeyForm(name, description, basedOn, keys, other, Optional.of("show:" + other.field()));
    }

    /** Whether a button had the focus when it was pressed. */
    public boolean focuses(String order) {
        return focus.filter(order::equals).isPresent();
    }
}
