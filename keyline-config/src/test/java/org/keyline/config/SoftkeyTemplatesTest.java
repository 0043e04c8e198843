package org.keyline.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keyline.config.TestConfigurations.ADMIN;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyline.config.store.Edit;
import org.keyline.config.store.SaveResult;
import org.keyline.config.yaml.ImportMode;
import org.keyline.config.yaml.ImportResult;
import org.keyline.model.device.DeviceName;
import org.keyline.model.keys.PhoneSoftkey;
import org.keyline.model.keys.SoftkeyState;
import org.keyline.model.keys.StandardSoftkeys;
import org.keyline.model.schema.AfterChange;
import org.keyline.model.schema.Kinds;
import org.keyline.model.schema.Problem;
import org.keyline.model.schema.Texts;
import org.keyline.model.schema.Value;

/** Softkey templates as configuration: which keys may stand where, and whose template a phone has. */
class SoftkeyTemplatesTest {
    private @Nullable Configuration opened;

    @TempDir
    private Path directory;

    @BeforeEach
    void open() {
        opened = withPhone(directory);
    }

    private static Configuration withPhone(Path directory) {
        var configuration = Configuration.open(directory, TestConfigurations.CLOCK);
        TestConfigurations.basics(configuration);
        configuration
                .store()
                .create(Kinds.LINE, TestConfigurations.line("2001"), ADMIN)
                .orThrow();
        configuration
                .store()
                .create(Kinds.PHONE, TestConfigurations.phone("SEP000000000001", "2001"), ADMIN)
                .orThrow();
        return configuration;
    }

    @AfterEach
    void close() throws Exception {
        configuration().close();
    }

    private Configuration configuration() {
        return Objects.requireNonNull(opened);
    }

    private SaveResult create(Map<String, Value> values) {
        return configuration().store().create(Kinds.SOFTKEY_TEMPLATE, values, ADMIN);
    }

    private SaveResult sales(String state, String keys) {
        return create(Map.of("name", Value.of("Sales"), state, Value.of(keys)));
    }

    private static List<String> texts(SaveResult result) {
        assertThat(result).isInstanceOf(SaveResult.Invalid.class);
        return result instanceof SaveResult.Invalid(var problems)
                ? problems.stream()
                        .map(problem -> problem.sentence(Texts.in(Locale.ENGLISH)))
                        .toList()
                : List.of();
    }

    private static List<String> fields(SaveResult result) {
        return result instanceof SaveResult.Invalid(var problems)
                ? problems.stream().map(Problem::field).toList()
                : List.of();
    }

    private SaveResult sets(org.keyline.model.schema.ObjectKind kind, String key, String template) {
        return configuration()
                .store()
                .apply(
                        List.of(new Edit.Change(kind, key, Map.of("softkeyTemplate", Value.of(template)), Set.of())),
                        ADMIN);
    }

    private List<PhoneSoftkey> ofThePhone(SoftkeyState state) {
        var snapshot = configuration().snapshots().current();
        return snapshot.softkeys(
                        snapshot.phone(new DeviceName("SEP000000000001")).orElseThrow())
                .in(state);
    }

    @Test
    void a_new_template_has_the_keys_of_the_standard_one_where_nothing_else_is_said() {
        assertThat(create(Map.of(
                        "name", Value.of("Sales"),
                        "basedOn", Value.of("STANDARD_FEATURE"),
                        "onHook", Value.of("newcall,  Redial"),
                        "ringIn", Value.of(""))))
                .isInstanceOf(SaveResult.Saved.class);

        var template = Objects.requireNonNull(
                configuration().snapshots().current().keys().softkeyTemplates().get("Sales"));
        assertThat(template.in(SoftkeyState.ON_HOOK)).containsExactly(PhoneSoftkey.NEW_CALL, PhoneSoftkey.REDIAL);
        assertThat(template.in(SoftkeyState.RING_IN)).isEmpty();
        assertThat(template.in(SoftkeyState.CONNECTED))
                .isEqualTo(StandardSoftkeys.STANDARD_FEATURE.template().in(SoftkeyState.CONNECTED));
    }

    @Test
    void an_unknown_key_a_key_of_another_state_and_a_key_given_twice_are_refused() {
        assertThat(texts(sales("onHook", "Redial, Hodl")))
                .singleElement()
                .asString()
                .contains("There is no softkey “Hodl”", "Redial, NewCall");
        assertThat(texts(sales("onHook", "Redial, Hold")))
                .singleElement()
                .asString()
                .contains("“Hold” does nothing in this state");
        assertThat(fields(sales("onHook", "Redial, redial"))).containsExactly("onHook");
    }

    @Test
    void more_than_sixteen_keys_of_a_state_are_refused() {
        var seventeen = PhoneSoftkey.of(SoftkeyState.CONNECTED).stream()
                .limit(17)
                .map(PhoneSoftkey::title)
                .collect(Collectors.joining(","));

        assertThat(texts(sales("connected", seventeen)))
                .containsExactly("Softkey template Sales, connected: There are too many; at most 16 are right.");
    }

    @Test
    void a_template_with_more_different_keys_than_a_phone_takes_is_refused() {
        var all = Arrays.stream(SoftkeyState.values())
                .collect(Collectors.<SoftkeyState, String, Value>toMap(
                        SoftkeyState::field,
                        state -> Value.of(PhoneSoftkey.of(state).stream()
                                .skip(Math.max(0, PhoneSoftkey.of(state).size() - 16))
                                .map(PhoneSoftkey::title)
                                .collect(Collectors.joining(",")))));
        all.put("name", Value.of("Everything"));
        all.put("onHold", Value.of("Resume, NewCall, EndCall, Info, Join, DirTrfr, Select"));
        all.put("connectedTransfer", Value.of("Hold, Trnsfer, EndCall"));
        all.put("ringOut", Value.of("Confrn, EndCall"));
        all.put("connectedConference", Value.of("Park, RmLstC, LiveRcd"));

        assertThat(texts(create(all))).anySatisfy(text -> assertThat(text).contains("a phone takes 32"));
    }

    @Test
    void a_standard_template_is_neither_changed_nor_removed_nor_made_again() {
        var store = configuration().store();
        var change = new Edit.Change(
                Kinds.SOFTKEY_TEMPLATE, "Standard User", Map.of("onHook", Value.of("Redial")), Set.of());

        assertThat(texts(store.apply(List.of(change), ADMIN))).allMatch(text -> text.contains("make a copy"));
        assertThat(texts(store.remove(Kinds.SOFTKEY_TEMPLATE, "Standard Feature", ADMIN)))
                .allMatch(text -> text.contains("make a copy"));
        assertThat(texts(create(Map.of("name", Value.of("Standard User")))))
                .allMatch(text -> text.contains("make a copy"));
    }

    @Test
    void a_phone_has_its_own_template_or_that_of_its_device_pool_or_the_standard_one() {
        assertThat(ofThePhone(SoftkeyState.ON_HOOK))
                .isEqualTo(StandardSoftkeys.STANDARD_USER.template().in(SoftkeyState.ON_HOOK));
        sales("onHook", "NewCall").orThrow();

        var saved = sets(Kinds.DEVICE_POOL, "Default", "Sales");

        assertThat(saved).isInstanceOf(SaveResult.Saved.class);
        assertThat(saved instanceof SaveResult.Saved now ? now.after() : Set.of())
                .isEqualTo(Set.of(AfterChange.RESTART_DEVICE));
        assertThat(ofThePhone(SoftkeyState.ON_HOOK)).containsExactly(PhoneSoftkey.NEW_CALL);
        sets(Kinds.PHONE, "SEP000000000001", "Standard Feature").orThrow();
        assertThat(ofThePhone(SoftkeyState.ON_HOOK)).contains(PhoneSoftkey.ABBREVIATED_DIAL);
        assertThat(texts(sets(Kinds.PHONE, "SEP000000000001", "Nothing")))
                .singleElement()
                .asString()
                .contains("Nothing");
    }

    @Test
    void a_template_in_use_is_neither_removed_nor_renamed() {
        sales("onHook", "NewCall").orThrow();
        sets(Kinds.PHONE, "SEP000000000001", "Sales").orThrow();
        var store = configuration().store();
        var rename = new Edit.Change(Kinds.SOFTKEY_TEMPLATE, "Sales", Map.of("name", Value.of("Shop")), Set.of());

        assertThat(texts(store.remove(Kinds.SOFTKEY_TEMPLATE, "Sales", ADMIN)))
                .allMatch(text -> text.contains("still used by phone SEP000000000001"));
        assertThat(texts(store.apply(List.of(rename), ADMIN))).allMatch(text -> text.contains("still used by"));

        sets(Kinds.PHONE, "SEP000000000001", "Standard User").orThrow();
        assertThat(store.apply(List.of(rename), ADMIN)).isInstanceOf(SaveResult.Saved.class);
        assertThat(store.remove(Kinds.SOFTKEY_TEMPLATE, "Shop", ADMIN)).isInstanceOf(SaveResult.Saved.class);
    }

    @Test
    void a_template_is_exported_and_imported_with_its_order_and_its_empty_states() throws Exception {
        create(Map.of("name", Value.of("Sales"), "onHook", Value.of("NewCall, Redial"), "ringIn", Value.of("")))
                .orThrow();
        sets(Kinds.PHONE, "SEP000000000001", "Sales").orThrow();
        var exported = configuration().file().export(Locale.ENGLISH);

        try (var other = withPhone(Files.createDirectory(directory.resolve("other")))) {
            assertThat(other.file().importText(exported, ImportMode.REPLACE, ADMIN))
                    .isInstanceOf(ImportResult.Imported.class);
            assertThat(other.file().export(Locale.ENGLISH)).isEqualTo(exported);
            assertThat(Objects.requireNonNull(other.snapshots()
                                    .current()
                                    .keys()
                                    .softkeyTemplates()
                                    .get("Sales"))
                            .in(SoftkeyState.RING_IN))
                    .isEmpty();
        }
    }
}
