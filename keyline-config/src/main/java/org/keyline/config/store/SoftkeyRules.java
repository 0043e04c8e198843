package org.keyline.config.store;

import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyline.model.keys.PhoneSoftkey;
import org.keyline.model.keys.SoftkeyState;
import org.keyline.model.keys.SoftkeyTemplate;
import org.keyline.model.keys.StandardSoftkeys;
import org.keyline.model.schema.Problem;
import org.keyline.model.schema.Value;

/**
 * Rules of softkey templates: keys that exist, each once and in a state where it may stand, no more than phones take. A
 * new template has the keys of the standard one it is based on where nothing else is said.
 */
record SoftkeyRules() implements Rules {
    @Override
    public Map<String, Value> defaults(Map<String, Value> given, Workspace workspace) {
        var base = Optional.ofNullable(given.get("basedOn")).map(Value::text).flatMap(SoftkeyRules::standard);
        var template = base.orElse(StandardSoftkeys.STANDARD_USER).template();
        var keys = new LinkedHashMap<String, Value>();
        for (var state : SoftkeyState.values()) {
            keys.put(state.field(), Value.of(SoftkeyTemplate.written(template.in(state))));
        }
        return keys;
    }

    private static Optional<StandardSoftkeys> standard(String name) {
        for (var standard : StandardSoftkeys.values()) {
            if (standard.name().equals(name)) {
                return Optional.of(standard);
            }
        }
        return Optional.empty();
    }

    /** The names as they are usually written. */
    @Override
    public ConfigObject derive(ConfigObject template, Optional<ConfigObject> before, Workspace workspace, Clock clock) {
        var written = template;
        for (var state : SoftkeyState.values()) {
            var names = SoftkeyTemplate.names(template.text(state.field())).stream()
                    .map(name ->
                            PhoneSoftkey.named(name).map(PhoneSoftkey::title).orElse(name))
                    .toList();
            written = written.with(state.field(), Value.of(String.join(", ", names)));
        }
        return written;
    }

    @Override
    public List<Problem> check(
            ConfigObject template, Optional<ConfigObject> before, Workspace workspace, Author author, Clock clock) {
        var problems = new ArrayList<Problem>();
        var all = EnumSet.noneOf(PhoneSoftkey.class);
        for (var state : SoftkeyState.values()) {
            check(template, state, problems);
            all.addAll(SoftkeyTemplate.read(template.text(state.field())));
        }
        if (all.size() > SoftkeyTemplate.KEYS) {
            problems.add(new Problem(
                    template.kind().name(),
                    template.key(),
                    "",
                    Integer.toString(all.size()),
                    "problem.softkeysAltogether",
                    List.of(Integer.toString(SoftkeyTemplate.KEYS))));
        }
        return problems;
    }

    private static void check(ConfigObject template, SoftkeyState state, List<Problem> problems) {
        var names = SoftkeyTemplate.names(template.text(state.field()));
        var seen = new HashSet<String>();
        for (var name : names) {
            var key = PhoneSoftkey.named(name);
            if (key.isEmpty()) {
                problems.add(problem(template, state, name, "problem.softkeyUnknown", titles(state)));
            } else if (!key.get().mayStandIn(state)) {
                problems.add(problem(template, state, name, "problem.softkeyNotHere", titles(state)));
            } else if (!seen.add(name)) {
                problems.add(problem(template, state, name, "problem.twice", ""));
            }
        }
        if (names.size() > SoftkeyTemplate.KEYS_PER_STATE) {
            problems.add(problem(
                    template,
                    state,
                    Integer.toString(names.size()),
                    "problem.tooMany",
                    Integer.toString(SoftkeyTemplate.KEYS_PER_STATE)));
        }
    }

    private static String titles(SoftkeyState state) {
        return SoftkeyTemplate.written(PhoneSoftkey.of(state));
    }

    private static Problem problem(
            ConfigObject template, SoftkeyState state, String value, String message, String argument) {
        return new Problem(template.kind().name(), template.key(), state.field(), value, message, List.of(argument));
    }
}
