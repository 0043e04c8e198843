package org.keyline.node.secure;

import java.util.List;

/**
 * What a step saw when it looked.
 *
 * @param state how it stands
 * @param key names the sentence of the catalogue that tells it
 * @param facts what the sentence is filled with; never a secret
 */
record Seen(State state, String key, List<Object> facts) {
    Seen {
        facts = List.copyOf(facts);
    }

    static Seen done(String key, Object... facts) {
        return new Seen(State.DONE, key, List.of(facts));
    }

    static Seen toDo(String key, Object... facts) {
        return new Seen(State.TO_DO, key, List.of(facts));
    }

    static Seen needsYou(String key, Object... facts) {
        return new Seen(State.NEEDS_YOU, key, List.of(facts));
    }

    static Seen notApplicable(String key, Object... facts) {
        return new Seen(State.NOT_APPLICABLE, key, List.of(facts));
    }
}
