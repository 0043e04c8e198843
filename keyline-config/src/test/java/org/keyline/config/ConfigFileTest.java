package org.keyline.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keyline.config.TestConfigurations.ADMIN;
import static org.keyline.config.TestConfigurations.addPhone;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyline.config.TestConfigurations.Place;
import org.keyline.config.TestConfigurations.Where;
import org.keyline.config.store.Author;
import org.keyline.config.yaml.ImportMode;
import org.keyline.config.yaml.ImportResult;
import org.keyline.config.yaml.LocatedProblem;
import org.keyline.model.schema.Kinds;
import org.keyline.model.schema.ObjectKind;
import org.keyline.model.schema.Texts;
import org.keyline.model.schema.Value;

class ConfigFileTest {
    private static final String SEP = "SEP001122334455";
    private static final Author SYSTEM = Author.system("import");

    private Configuration configuration;

    @BeforeEach
    void open(@TempDir Path directory) {
        configuration = Place.fresh(Where.SQLITE, directory).open();
        TestConfigurations.basics(configuration);
    }

    @AfterEach
    void close() {
        configuration.close();
    }

    @Test
    void a_file_brings_objects_of_every_kind_in_any_order() {
        var saved = imported(merge("""
                keyline: 1
                phones:
                  - name: SEP001122334455
                    model: 7962
                    description: Reception
                    securityMode: encrypted
                    lines:
                      - line: 2001@Internal
                        display: Alice
                      - line: 2002@Internal
                    speedDials:
                      - {digits: 2003, label: Carol}
                lines:
                  - {number: 2001, partition: Internal, alertingName: Alice, callingSearchSpace: Everyone}
                  - {number: 2002, partition: Internal}
                callingSearchSpaces:
                  - name: Everyone
                    partitions: [Internal]
                partitions:
                  - name: Internal
                callmanager:
                  t302: 4000
                """));

        assertThat(saved.saved().created()).isEqualTo(5);
        assertThat(saved.saved().updated()).isEqualTo(1);
        var phone = configuration.store().find(Kinds.PHONE, SEP).orElseThrow();
        assertThat(phone.rows("lines"))
                .extracting(row -> row.values().get("instance"))
                .containsExactly(Value.of(1), Value.of(2));
        assertThat(phone.text("securityMode")).isEqualTo("ENCRYPTED");
        assertThat(configuration.snapshots().current().parameters().integer("callmanager.t302"))
                .isEqualTo(4_000);
    }

    @Test
    void each_problem_names_its_line_and_what_would_be_right_and_nothing_is_imported() {
        long before = configuration.store().revision();

        var problems = rejected(merge("""
                keyline: 1
                lines:
                  - number: 2001
                  - number: 20x2
                phones:
                  - name: SEP001122334455
                    model: 7962
                    securityMod: ENCRYPTED
                    devicePool: Nowhere
                    lines:
                      - line: 2001
                        maxCalls: 500
                      - line: 4711
                  - model: 7960
                callmanager:
                  t302: 1
                phonez: []
                """));

        assertThat(problems.stream().map(problem -> problem.text(Texts.in(Locale.ENGLISH))))
                .containsExactly(
                        "line 4, column 13: Line 20x2, number: “20x2” is not a number to dial; 1 to 24 of 0-9, A-D, * and # are"
                                + " right.",
                        "line 8, column 5: Phone SEP001122334455, securityMod: There is no field “securityMod” here; right are: "
                                + String.join(", ", Kinds.PHONE.fields().keySet()) + ".",
                        "line 9, column 17: Phone SEP001122334455, devicePool: There is no Device pool called “Nowhere”; name one"
                                + " that exists or add it.",
                        "line 12, column 19: Phone SEP001122334455, lines[1].maxCalls: “500” is not right; a whole number from 1"
                                + " to 200 is.",
                        "line 13, column 15: Phone SEP001122334455, lines[2].line: There is no Line called “4711”; name one that"
                                + " exists or add it.",
                        "line 14, column 5: Phone, name: This must be given.",
                        "line 16, column 9: CallManager service parameters, t302: “1” is not right; a whole number from 3000 to"
                                + " 600000 is.",
                        "line 17, column 1: There is no kind “phonez”; right are: "
                                + Kinds.all().stream().map(ObjectKind::plural).collect(Collectors.joining(", ")) + ".");
        assertThat(problems.getFirst().text(Texts.in(Locale.JAPANESE)))
                .startsWith("4 行 13 列: 回線 20x2, number: 「20x2」は");
        assertThat(configuration.store().list(Kinds.LINE)).isEmpty();
        assertThat(configuration.store().revision()).isEqualTo(before);
    }

    @Test
    void merging_keeps_what_the_file_does_not_say_and_a_tilde_clears() {
        addPhone(configuration, SEP, "2001");
        configuration
                .store()
                .change(Kinds.PHONE, SEP, Map.of("description", Value.of("Old"), "load", Value.of("SCCP42")), ADMIN)
                .orThrow();

        imported(merge("""
                phones:
                  - name: SEP001122334455
                    description: New
                    load: ~
                """));

        var phone = configuration.store().find(Kinds.PHONE, SEP).orElseThrow();
        assertThat(phone.text("description")).isEqualTo("New");
        assertThat(phone.text("load")).isEmpty();
        assertThat(phone.rows("lines")).hasSize(1);
        assertThat(imported(merge("phones: [{name: SEP001122334455, description: New}]"))
                        .saved()
                        .updated())
                .isZero();
    }

    @Test
    void replacing_removes_what_the_file_does_not_name_but_leaves_parameters() {
        addPhone(configuration, SEP, "2001");
        configuration
                .store()
                .setParameter(Kinds.get("callmanager"), "t302", Value.of(5_000), ADMIN)
                .orThrow();

        imported(configuration.file().importText("""
                nodes: [{name: cm2, address: 10.0.0.2}]
                callManagerGroups: [{name: Default, nodes: [cm2]}]
                """, ImportMode.REPLACE, ADMIN));

        assertThat(configuration.store().list(Kinds.PHONE)).isEmpty();
        assertThat(configuration.store().list(Kinds.REGION)).isEmpty();
        assertThat(configuration.store().list(Kinds.NODE))
                .singleElement()
                .satisfies(node -> assertThat(node.key()).isEqualTo("cm2"));
        assertThat(configuration.snapshots().current().parameters().integer("callmanager.t302"))
                .isEqualTo(5_000);
    }

    @Test
    void an_exported_file_is_stable_and_commented_and_can_leave_secrets_out() throws IOException {
        addPhone(configuration, SEP, "2001");
        var secret = Map.<String, Value>of(
                "authenticationMode", Value.of("BY_AUTHENTICATION_STRING"), "authenticationString", Value.of("4711"));
        configuration.store().change(Kinds.PHONE, SEP, secret, ADMIN).orThrow();

        var english = configuration.file().export(Locale.ENGLISH);
        assertThat(english).startsWith("""
                # Keyline configuration
                keyline: 1

                # Nodes
                nodes:
                  - name: cm1
                    address: "10.0.0.1"

                # CallManager groups
                callManagerGroups:
                  - name: Default
                    nodes: [cm1]
                """).contains("""

                # Phones
                phones:
                  - name: SEP001122334455
                    model: "7962"
                    lines:
                      - line: "2001"
                    authenticationMode: BY_AUTHENTICATION_STRING
                    authenticationString: "4711"
                """).contains("\ncallmanager:\n  t302: 15000\n");
        assertThat(configuration.file().export(Locale.ENGLISH)).isEqualTo(english);
        assertThat(configuration.file().export(Locale.JAPANESE)).contains("# 電話機\n");
        var open = new StringBuilder();
        configuration.file().export(open, Locale.ENGLISH, false);
        assertThat(open.toString()).doesNotContain("4711");
    }

    @Test
    void a_file_without_secrets_leaves_out_what_waits_for_one_and_can_be_imported() {
        addPhone(configuration, SEP, "2001");
        var waiting = Map.<String, Value>of(
                "certificateOperation", Value.of("INSTALL_UPGRADE"),
                "authenticationMode", Value.of("BY_AUTHENTICATION_STRING"),
                "authenticationString", Value.of("47114711"));
        configuration.store().change(Kinds.PHONE, SEP, waiting, ADMIN).orThrow();

        var text = configuration.file().exportWithoutSecrets(Locale.ENGLISH);

        assertThat(text)
                .contains("authenticationMode: BY_AUTHENTICATION_STRING")
                .doesNotContain("47114711", "INSTALL_UPGRADE", "pending");
        imported(configuration.file().importText(text, ImportMode.MERGE, ADMIN));
        assertThat(configuration.store().find(Kinds.PHONE, SEP).orElseThrow().text("authenticationString"))
                .as("what is there stays")
                .isEqualTo("47114711");
        imported(configuration.file().importText(text, ImportMode.REPLACE, ADMIN));
        assertThat(configuration.store().find(Kinds.PHONE, SEP).orElseThrow().text("certificateOperation"))
                .isEqualTo("NO_PENDING_OPERATION");
    }

    @Test
    void only_what_the_author_may_change_can_be_imported() {
        var text = "enterprise: {clusterSecurityMode: MIXED}";

        var problems = rejected(configuration.file().importText(text, ImportMode.MERGE, ADMIN));
        assertThat(problems.getFirst().problem().message()).isEqualTo("problem.permission");
        assertThat(problems.getFirst().column()).isEqualTo(35);
        imported(configuration.file().importText(text, ImportMode.MERGE, SYSTEM));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "phones: &a [*a]",
                "a: &x {b: 1}\nc: *x",
                "phones: [[[[[[[[[[[]]]]]]]]]]]",
                "phones: {name: x}",
                "- 1\n- 2",
                "phones:\n  - name: [a]\n",
                "phones:\n\t- name: a",
                "phones: 'open",
                "keyline: 2",
                "nodes: []\nnodes: []",
                "---\nnodes: []\n---\nnodes: []",
                "? {a: b}\n: c",
                "phones: [1, 2]",
                "lines: [{number: 1}, {number: 1}]",
                "phones: [{name: SEP1, model: 7960, lines: 5}]",
                "regions: [{name: R, to: [{region: R, codec: G729}, {region: R, codec: G711_ULAW}]}]",
                "callManagerGroups: [{name: X, nodes: []}]",
                "callManagerGroups: [{name: X, nodes: [cm1, cm1]}]",
                "%YAML 9.9\n--- {}",
            })
    void files_that_are_not_right_are_refused_whole(String text) {
        long before = configuration.store().revision();

        var problems = rejected(configuration.file().importText(text, ImportMode.MERGE, SYSTEM));

        assertThat(problems).isNotEmpty().allSatisfy(problem -> {
            assertThat(problem.line()).isPositive();
            assertThat(problem.text(Texts.in(Locale.ENGLISH)))
                    .doesNotContain("yaml.")
                    .doesNotContain("problem.");
        });
        assertThat(configuration.store().revision()).isEqualTo(before);
    }

    @Test
    void what_is_not_utf_8_or_endless_is_refused() throws IOException {
        var latin = new byte[] {'a', ':', ' ', (byte) 0xE4};

        rejected(configuration.file().importFrom(new ByteArrayInputStream(latin), ImportMode.MERGE, SYSTEM));
        var problems = rejected(configuration.file().importFrom(new Endless(), ImportMode.MERGE, SYSTEM));
        assertThat(problems.getFirst().problem().message()).isEqualTo("yaml.size");
    }

    /** A stream of comment signs that never ends. */
    private static final class Endless extends java.io.InputStream {
        @Override
        public int read() {
            return '#';
        }

        @Override
        public int read(byte[] into, int from, int length) {
            java.util.Arrays.fill(into, from, from + length, (byte) '#');
            return length;
        }
    }

    @Test
    void an_empty_file_changes_nothing() {
        assertThat(imported(merge("")).saved().updated()).isZero();
        assertThat(imported(merge("# nothing\n")).saved().created()).isZero();
    }

    @Test
    void more_problems_than_anyone_reads_are_cut_off() {
        var text = new StringBuilder("lines:\n");
        for (int i = 0; i < 500; i++) {
            text.append("  - number: x").append(i).append('\n');
        }

        var problems = rejected(merge(text.toString()));

        assertThat(problems).hasSize(101);
        assertThat(problems.getLast().problem().message()).isEqualTo("yaml.more");
    }

    private ImportResult merge(String text) {
        return configuration.file().importText(text, ImportMode.MERGE, ADMIN);
    }

    private static ImportResult.Imported imported(ImportResult result) {
        assertThat(result).isInstanceOf(ImportResult.Imported.class);
        return (ImportResult.Imported) result;
    }

    private static List<LocatedProblem> rejected(ImportResult result) {
        assertThat(result).isInstanceOf(ImportResult.Rejected.class);
        return ((ImportResult.Rejected) result).problems();
    }
}
