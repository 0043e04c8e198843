package org.keyline.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keyline.config.TestConfigurations.ADMIN;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.keyline.config.store.Edit;
import org.keyline.config.store.SaveResult;
import org.keyline.config.yaml.ImportMode;
import org.keyline.config.yaml.ImportResult;
import org.keyline.model.device.ButtonLayouts;
import org.keyline.model.device.ButtonTemplate;
import org.keyline.model.device.DeviceName;
import org.keyline.model.device.ExpansionModule;
import org.keyline.model.device.PhoneModel;
import org.keyline.model.device.PhoneModels;
import org.keyline.model.keys.ButtonFunction;
import org.keyline.model.schema.Kinds;
import org.keyline.model.schema.Texts;
import org.keyline.model.schema.Value;

/** Phone button templates and expansion modules as configuration. */
class ButtonTemplatesTest {
    private static final String PHONE = "SEP000000000001";

    private @Nullable Configuration opened;

    @TempDir
    private Path directory;

    @BeforeEach
    void open() {
        opened = Configuration.open(directory, TestConfigurations.CLOCK);
        TestConfigurations.basics(configuration());
        configuration()
                .store()
                .create(Kinds.LINE, TestConfigurations.line("2001"), ADMIN)
                .orThrow();
        configuration()
                .store()
                .create(Kinds.PHONE, TestConfigurations.phone(PHONE, "2001"), ADMIN)
                .orThrow();
    }

    @AfterEach
    void close() throws Exception {
        configuration().close();
    }

    private Configuration configuration() {
        return Objects.requireNonNull(opened);
    }

    private static Value.Rows buttons(ButtonFunction... functions) {
        return new Value.Rows(Arrays.stream(functions)
                .map(function -> new Value.Row(Map.of("function", Value.of(function))))
                .toList());
    }

    private SaveResult create(String name, String model, ButtonFunction... functions) {
        var values = new HashMap<String, Value>();
        values.put("name", Value.of(name));
        values.put("model", Value.of(model));
        if (functions.length > 0) {
            values.put("buttons", buttons(functions));
        }
        return configuration().store().create(Kinds.PHONE_BUTTON_TEMPLATE, values, ADMIN);
    }

    private SaveResult sets(String field, Value value) {
        return configuration()
                .store()
                .apply(List.of(new Edit.Change(Kinds.PHONE, PHONE, Map.of(field, value), Set.of())), ADMIN);
    }

    private SaveResult beside(ExpansionModule... modules) {
        return sets(
                "modules",
                new Value.Rows(Arrays.stream(modules)
                        .map(module -> new Value.Row(Map.of("module", Value.of(module))))
                        .toList()));
    }

    private static String text(SaveResult result) {
        return result instanceof SaveResult.Invalid(var problems)
                ? problems.getFirst().sentence(Texts.in(Locale.ENGLISH))
                : "saved";
    }

    private ButtonTemplate ofThePhone() {
        var snapshot = configuration().snapshots().current();
        return snapshot.buttons(snapshot.phone(new DeviceName(PHONE)).orElseThrow());
    }

    static List<PhoneModel> models() {
        return List.copyOf(PhoneModels.all());
    }

    @ParameterizedTest
    @MethodSource("models")
    void the_standard_template_of_each_model_begins_with_a_line_and_fits(PhoneModel model) {
        var standard = ButtonTemplate.standard(model);

        assertThat(standard.buttons())
                .hasSizeBetween(1, ButtonLayouts.MOST)
                .first()
                .extracting(ButtonTemplate.Button::function)
                .isEqualTo(ButtonFunction.LINE);
        assertThat(text(create("Copy", model.name()))).isEqualTo("saved");
        assertThat(Objects.requireNonNull(configuration()
                                .snapshots()
                                .current()
                                .keys()
                                .buttonTemplates()
                                .get("Copy"))
                        .buttons())
                .isEqualTo(standard.buttons());
    }

    @Test
    void a_template_is_used_by_phones_of_its_model_alone() {
        create("Sales", "7962", ButtonFunction.LINE, ButtonFunction.PARK).orThrow();
        create("Other", "7970").orThrow();

        sets("buttonTemplate", Value.of("Sales")).orThrow();

        assertThat(ofThePhone().buttons())
                .extracting(ButtonTemplate.Button::function)
                .startsWith(ButtonFunction.LINE, ButtonFunction.PARK, ButtonFunction.NEXT)
                .hasSize(6);
        assertThat(text(sets("buttonTemplate", Value.of("Other")))).contains("is for a 7970, not for a 7962");
        assertThat(text(sets("buttonTemplate", Value.of("Standard 7970")))).contains("is for a 7970");
        assertThat(text(sets("model", Value.of("7970")))).contains("is for a 7962, not for a 7970");
        var moved = new Edit.Change(Kinds.PHONE_BUTTON_TEMPLATE, "Sales", Map.of("model", Value.of("7965")), Set.of());
        assertThat(text(configuration().store().apply(List.of(moved), ADMIN))).contains(PHONE);
        assertThat(text(configuration().store().remove(Kinds.PHONE_BUTTON_TEMPLATE, "Sales", ADMIN)))
                .contains("still used by phone " + PHONE);
    }

    @Test
    void the_first_button_is_a_line_and_there_are_no_more_buttons_than_with_all_modules() {
        assertThat(text(create("A", "7962", ButtonFunction.SPEED_DIAL))).contains("The first button must be a line");
        var many = new ButtonFunction[55];
        Arrays.fill(many, ButtonFunction.NEXT);
        many[0] = ButtonFunction.LINE;
        assertThat(text(create("B", "7962", many))).contains("There is no button 55", "54");
        var three = new ButtonFunction[] {ButtonFunction.LINE, ButtonFunction.NEXT, ButtonFunction.NEXT};
        assertThat(text(create("C", "7940", three))).contains("There is no button 3; a 7940 has 2");
    }

    @Test
    void a_key_of_the_model_stays_what_it_is_and_is_no_function_of_another_button() {
        assertThat(text(create("A", "7911", ButtonFunction.LINE, ButtonFunction.PARK)))
                .contains("Button 2 of a 7911 is a key that always is HOLD");
        assertThat(text(create("B", "7962", ButtonFunction.LINE, ButtonFunction.HEADSET_KEY)))
                .contains("is a key of some models");
    }

    @Test
    void modules_stand_beside_models_that_take_them_two_at_most_and_of_one_series() {
        assertThat(text(beside(ExpansionModule.CISCO_7916_24, ExpansionModule.CISCO_7916_12)))
                .isEqualTo("saved");
        assertThat(configuration()
                        .snapshots()
                        .current()
                        .phone(new DeviceName(PHONE))
                        .orElseThrow()
                        .keys()
                        .modules())
                .containsExactly(ExpansionModule.CISCO_7916_24, ExpansionModule.CISCO_7916_12);
        assertThat(text(beside(ExpansionModule.CISCO_7914, ExpansionModule.CISCO_7915_12)))
                .contains("Modules of different series do not go together");
        assertThat(text(beside(ExpansionModule.CISCO_7914, ExpansionModule.CISCO_7914, ExpansionModule.CISCO_7914)))
                .contains("at most 2 are right");
        beside().orThrow();
        sets("model", Value.of("7940")).orThrow();
        assertThat(text(beside(ExpansionModule.CISCO_7914))).contains("A 7940 does not take the module CISCO_7914");
    }

    @Test
    void a_template_is_exported_and_imported_again() throws Exception {
        create("Sales", "7962", ButtonFunction.LINE, ButtonFunction.NONE, ButtonFunction.PARK)
                .orThrow();
        sets("buttonTemplate", Value.of("Sales")).orThrow();
        beside(ExpansionModule.CISCO_7914).orThrow();
        var exported = configuration().file().export(Locale.ENGLISH);

        assertThat(configuration().file().importText(exported, ImportMode.REPLACE, ADMIN))
                .isInstanceOf(ImportResult.Imported.class);
        assertThat(configuration().file().export(Locale.ENGLISH)).isEqualTo(exported);
        assertThat(exported).contains("function: PARK", "module: CISCO_7914");
    }
}
