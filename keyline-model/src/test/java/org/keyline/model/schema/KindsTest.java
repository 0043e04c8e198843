package org.keyline.model.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.keyline.spec.Spec;

class KindsTest {
    private static final List<Texts> LANGUAGES = List.of(Texts.in(Locale.ENGLISH), Texts.in(Locale.JAPANESE));

    @Test
    void every_kind_and_field_has_a_label_and_help_in_both_languages() {
        var wanted = new TreeSet<String>();
        for (var kind : Kinds.all()) {
            wanted.add(kind.name() + ".label");
            wanted.add(kind.name() + ".plural");
            addTexts(kind.name() + ".", kind.fields().values(), wanted);
        }

        for (var texts : LANGUAGES) {
            assertThat(texts.keys()).containsAll(wanted);
            assertThat(wanted).noneMatch(key -> texts.text(key).isBlank());
        }
    }

    private static void addTexts(String prefix, Collection<Field> fields, Collection<String> wanted) {
        for (var field : fields) {
            wanted.add(prefix + field.name() + ".label");
            wanted.add(prefix + field.name() + ".help");
            switch (field.type()) {
                case FieldType.OneOf oneOf ->
                    oneOf.values().forEach(value -> wanted.add("value." + oneOf.name() + "." + value));
                case FieldType.Rows rows -> addTexts(prefix + field.name() + ".", rows.fields(), wanted);
                default -> {}
            }
            field.after().forEach(after -> wanted.add("after." + after));
            wanted.add("permission." + field.changedBy());
        }
    }

    @Test
    void both_catalogues_have_the_same_keys_and_places() {
        var english = LANGUAGES.get(0);
        var japanese = LANGUAGES.get(1);

        assertThat(japanese.keys()).isEqualTo(english.keys());
        for (var key : english.keys()) {
            assertThat(places(japanese.text(key))).as(key).isEqualTo(places(english.text(key)));
        }
    }

    private static List<String> places(String text) {
        return Pattern.compile("\\{[0-9]}")
                .matcher(text)
                .results()
                .map(match -> match.group())
                .sorted()
                .distinct()
                .toList();
    }

    @Test
    void what_is_referred_to_is_described_before_it() {
        var known = new ArrayList<String>();
        for (var kind : Kinds.all()) {
            known.add(kind.name());
            for (var field : kind.fields().values()) {
                if (field.type() instanceof FieldType.Reference(var target)) {
                    assertThat(known).contains(target);
                }
                if (field.type() instanceof FieldType.References(var target, int most)) {
                    assertThat(known).contains(target);
                    assertThat(most).isPositive();
                }
            }
        }
    }

    @Test
    void every_parameter_has_a_default() {
        for (var kind : Kinds.parameters()) {
            assertThat(kind.fields().values())
                    .allMatch(field -> field.defaultValue().isPresent());
        }
    }

    @Spec({"CAPF-P09", "CAPF-P10", "CAPF-045", "PH-023", "PH-022", "PH-P01"})
    @Test
    void a_description_says_default_and_what_a_change_requires() {
        var enterprise = Kinds.get("enterprise");

        assertThat(field(enterprise, "capfPhonePort").defaultValue()).contains(Value.of(3804));
        assertThat(field(enterprise, "capfPhonePort").after())
                .contains(AfterChange.RESET_ALL_DEVICES, AfterChange.RESTART_CAPF);
        assertThat(field(enterprise, "capfOperationExpiresInDays").after()).contains(AfterChange.RESET_ALL_DEVICES);
        assertThat(field(enterprise, "deviceSecurityMode").defaultValue()).contains(Value.of("NON_SECURE"));
        assertThat(field(enterprise, "deviceSecurityMode").after())
                .containsExactlyInAnyOrder(AfterChange.RESET_ALL_DEVICES, AfterChange.RESTART_CALLMANAGER);
        assertThat(Kinds.get("capf").fields().values())
                .filteredOn(field -> !field.name().equals("traceLevel")) // traces are no service parameters there
                .allMatch(field -> field.after().equals(java.util.Set.of(AfterChange.RESTART_CAPF)));
    }

    @Spec({"CAPF-048", "CAPF-049", "CAPF-058", "CAPF-066", "CAPF-P11", "CAPF-P12"})
    @Test
    void capf_choices_of_a_phone_are_those_of_the_spec() {
        var english = LANGUAGES.getFirst();

        assertThat(choices(english, "certificateOperation"))
                .containsExactly("No Pending Operation", "Install/Upgrade", "Delete", "Troubleshoot");
        assertThat(choices(english, "authenticationMode"))
                .containsExactly(
                        "By Authentication String",
                        "By Null String",
                        "By Existing Certificate (Precedence to LSC)",
                        "By Existing Certificate (Precedence to MIC)");
        assertThat(choices(english, "keySize"))
                .containsExactly("512", "1024", "2048", "3072", "4096", "EC P-256", "EC P-384", "EC P-521");
        assertThat(field(Kinds.PHONE, "certificateOperation").defaultValue())
                .contains(Value.of("NO_PENDING_OPERATION"));
        assertThat(field(Kinds.PHONE, "keySize").defaultValue()).contains(Value.of("2048"));
    }

    private static List<String> choices(Texts texts, String field) {
        var type = (FieldType.OneOf) field(Kinds.PHONE, field).type();
        return type.values().stream().map(value -> texts.value(type, value)).toList();
    }

    private static Field field(ObjectKind kind, String name) {
        return kind.field(name).orElseThrow();
    }
}
