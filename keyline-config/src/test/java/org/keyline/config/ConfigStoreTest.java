package org.keyline.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keyline.config.TestConfigurations.ADMIN;
import static org.keyline.config.TestConfigurations.addPhone;
import static org.keyline.config.TestConfigurations.line;
import static org.keyline.config.TestConfigurations.phone;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.keyline.config.TestConfigurations.Place;
import org.keyline.config.TestConfigurations.Where;
import org.keyline.config.setup.LineForwarding;
import org.keyline.config.setup.LineMessages;
import org.keyline.config.setup.PhoneAdoption;
import org.keyline.config.store.Author;
import org.keyline.config.store.Change;
import org.keyline.config.store.ConfigObject;
import org.keyline.config.store.ConfigStore;
import org.keyline.config.store.Edit;
import org.keyline.config.store.Notice;
import org.keyline.config.store.SaveResult;
import org.keyline.model.dial.DirectoryNumber;
import org.keyline.model.dial.NumberRange;
import org.keyline.model.schema.AfterChange;
import org.keyline.model.schema.Kinds;
import org.keyline.model.schema.Problem;
import org.keyline.model.schema.Texts;
import org.keyline.model.schema.Value;
import org.keyline.model.server.Node;
import org.keyline.spec.Spec;

@ParameterizedClass
@EnumSource(Where.class)
class ConfigStoreTest {
    private static final String SEP = "SEP001122334455";

    private final Where where;
    private Configuration configuration;
    private ConfigStore store;

    ConfigStoreTest(Where where) {
        this.where = where;
    }

    @BeforeEach
    void open(@TempDir Path directory) {
        configuration = Place.fresh(where, directory).open();
        store = configuration.store();
        TestConfigurations.basics(configuration);
    }

    @AfterEach
    void close() {
        configuration.close();
    }

    @Test
    void a_fresh_database_has_its_node_and_the_defaults_and_stays_as_it_is_when_ensured_again() {
        TestConfigurations.basics(configuration);

        assertThat(store.list(Kinds.NODE)).singleElement().satisfies(node -> {
            assertThat(node.text("address")).isEqualTo("10.0.0.1");
            assertThat(node.number("ethernetPhonePort")).isEqualTo(2000);
        });
        assertThat(store.find(Kinds.CALL_MANAGER_GROUP, "Default").orElseThrow().names("nodes"))
                .containsExactly("cm1");
        assertThat(store.find(Kinds.REGION, "Default")).isPresent();
        assertThat(store.find(Kinds.DEVICE_POOL, "Default")).isPresent();
        assertThat(store.revision()).isEqualTo(1);
    }

    @Test
    void a_phone_gets_every_default_and_is_read_back_as_written() {
        addPhone(configuration, SEP, "2001");

        var phone = store.find(Kinds.PHONE, SEP).orElseThrow();
        assertThat(phone.text("devicePool")).isEqualTo("Default");
        assertThat(phone.text("securityMode")).isEqualTo("USE_SYSTEM_DEFAULT");
        assertThat(phone.flag("pcPort")).isTrue();
        assertThat(phone.value("authenticationString")).isEmpty();
        assertThat(phone.rows("lines")).singleElement().satisfies(row -> {
            assertThat(row.values()).containsEntry("instance", Value.of(1)).containsEntry("maxCalls", Value.of(4));
            assertThat(row.values()).containsEntry("line", Value.of("2001")).containsEntry("busyTrigger", Value.of(2));
        });
        assertThat(store.list(Kinds.PHONE)).containsExactly(phone);
    }

    @Test
    void the_same_number_may_stand_in_two_partitions_but_only_once_in_each() {
        store.create(Kinds.PARTITION, Map.of("name", Value.of("内線")), ADMIN).orThrow();
        store.create(Kinds.LINE, line("2001"), ADMIN).orThrow();
        var internal = Map.of("number", Value.of("2001"), "partition", Value.of("内線"));

        store.create(Kinds.LINE, internal, ADMIN).orThrow();

        assertThat(store.list(Kinds.LINE)).extracting(ConfigObject::key).containsExactly("2001", "2001@内線");
        assertThat(problem(store.create(Kinds.LINE, internal, ADMIN)).message()).isEqualTo("problem.exists");
        assertThat(problem(store.create(Kinds.LINE, line("2001"), ADMIN)).message())
                .isEqualTo("problem.exists");
    }

    @Test
    void wrong_values_are_refused_with_field_value_and_what_would_be_right() {
        var values = new HashMap<>(phone(SEP, "2001"));
        values.put("model", Value.of("0815"));
        values.put("devicePool", Value.of("Nowhere"));
        values.put("pcPort", Value.of("perhaps"));
        values.put("colour", Value.of("green"));

        var problems = problems(store.create(Kinds.PHONE, values, ADMIN));

        assertThat(problems)
                .extracting(Problem::field, Problem::message)
                .contains(
                        org.assertj.core.api.Assertions.tuple("model", "problem.model"),
                        org.assertj.core.api.Assertions.tuple("pcPort", "problem.flag"),
                        org.assertj.core.api.Assertions.tuple("colour", "problem.unknownField"));
        assertThat(store.find(Kinds.PHONE, SEP)).isEmpty();
    }

    @Test
    void references_to_what_does_not_exist_are_refused() {
        var problems = problems(store.create(Kinds.PHONE, phone(SEP, "2001"), ADMIN));

        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.field()).isEqualTo("lines[1].line");
            assertThat(problem.value()).isEqualTo("2001");
            assertThat(problem.message()).isEqualTo("problem.missing");
        });
    }

    @Test
    void keys_that_no_database_takes_are_refused_like_any_other_wrong_key() {
        for (var key : List.of("a\u0000b", "\uD83D", "", "x".repeat(1_000), "' OR 1=1 --", "\"", "?", ":name")) {
            assertThat(store.find(Kinds.PHONE, key)).isEmpty();
            assertThat(problem(store.remove(Kinds.PHONE, key, ADMIN)).message()).isEqualTo("problem.notFound");
            assertThat(problems(store.create(Kinds.PHONE, phone(SEP, key), ADMIN)))
                    .isNotEmpty();
            var pool = Map.of("name", Value.of("X"), "callManagerGroup", Value.of(key), "region", Value.of("Default"));
            assertThat(problem(store.create(Kinds.DEVICE_POOL, pool, ADMIN)).field())
                    .isEqualTo("callManagerGroup");
            assertThat(problems(
                            store.create(Kinds.NODE, Map.of("name", Value.of(key), "address", Value.of("a")), ADMIN)))
                    .isNotEmpty();
        }
    }

    @Test
    void what_is_used_cannot_be_removed_and_the_user_is_named() {
        addPhone(configuration, SEP, "2001");

        assertThat(problem(store.remove(Kinds.LINE, "2001", ADMIN)).arguments()).containsExactly("phone " + SEP);
        assertThat(problem(store.remove(Kinds.DEVICE_POOL, "Default", ADMIN)).message())
                .isEqualTo("problem.inUse");
        assertThat(problem(store.remove(Kinds.NODE, "cm1", ADMIN)).arguments())
                .containsExactly("callManagerGroup Default");

        store.remove(Kinds.PHONE, SEP, ADMIN).orThrow();
        store.remove(Kinds.LINE, "2001", ADMIN).orThrow();
        assertThat(store.list(Kinds.LINE)).isEmpty();
    }

    @Test
    void several_edits_are_made_together_or_not_at_all() {
        long before = store.revision();

        var refused = store.apply(
                List.of(new Edit.Create(Kinds.LINE, line("2001")), new Edit.Create(Kinds.LINE, line("20x1"))), ADMIN);
        assertThat(problem(refused).message()).isEqualTo("problem.digits");
        assertThat(store.list(Kinds.LINE)).isEmpty();
        assertThat(store.revision()).isEqualTo(before);

        var saved = store.apply(
                        List.of(
                                new Edit.Create(Kinds.PHONE, phone(SEP, "2001")),
                                new Edit.Create(Kinds.LINE, line("2001"))),
                        ADMIN)
                .orThrow();
        assertThat(saved.created()).isEqualTo(2);
        assertThat(saved.revision()).isEqualTo(before + 1);
    }

    @Test
    void every_change_is_logged_with_who_and_what() {
        addPhone(configuration, SEP, "2001");
        store.change(Kinds.PHONE, SEP, Map.of("description", Value.of("Reception")), Author.administrator("alice"))
                .orThrow();

        var change = store.newestChanges(10).getFirst();
        assertThat(change.author()).isEqualTo("alice");
        assertThat(change.action()).isEqualTo(Change.Action.UPDATED);
        assertThat(change.key()).isEqualTo(SEP);
        assertThat(change.fields()).containsExactly("description");
        assertThat(change.at()).isEqualTo(TestConfigurations.CLOCK.instant());
        assertThat(change.revision()).isEqualTo(store.revision());
    }

    @Test
    void saving_what_is_already_there_makes_no_revision() {
        addPhone(configuration, SEP, "2001");
        long before = store.revision();

        var saved = store.change(Kinds.PHONE, SEP, Map.of("userLocale", Value.of("en")), ADMIN)
                .orThrow();

        assertThat(saved.updated()).isZero();
        assertThat(store.revision()).isEqualTo(before);
    }

    @Test
    void a_device_pool_can_be_renamed_and_its_phones_follow() {
        addPhone(configuration, SEP, "2001");

        store.change(Kinds.DEVICE_POOL, "Default", Map.of("name", Value.of("Tokyo")), ADMIN)
                .orThrow();

        assertThat(store.find(Kinds.PHONE, SEP).orElseThrow().text("devicePool"))
                .isEqualTo("Tokyo");
        assertThat(configuration.snapshots().current().phones().values())
                .singleElement()
                .satisfies(phone -> assertThat(phone.devicePool()).isEqualTo("Tokyo"));
    }

    @Test
    void a_partition_in_the_keys_of_lines_cannot_be_renamed() {
        store.create(Kinds.PARTITION, Map.of("name", Value.of("Old")), ADMIN).orThrow();
        store.create(Kinds.LINE, Map.of("number", Value.of("1"), "partition", Value.of("Old")), ADMIN)
                .orThrow();

        var refused = store.change(Kinds.PARTITION, "Old", Map.of("name", Value.of("New")), ADMIN);

        assertThat(problem(refused).message()).isEqualTo("problem.inUse");
    }

    @Test
    void parameters_have_their_ranges_and_say_what_a_change_requires() {
        var callmanager = Kinds.get("callmanager");

        assertThat(problem(store.setParameter(callmanager, "t302", Value.of(2_999), ADMIN))
                        .message())
                .isEqualTo("problem.number");
        assertThat(problem(store.setParameter(callmanager, "t302", Value.of(600_001), ADMIN))
                        .arguments())
                .containsExactly("3000", "600000");
        store.setParameter(callmanager, "t302", Value.of(4_000), ADMIN).orThrow();
        assertThat(configuration.snapshots().current().parameters().integer("callmanager.t302"))
                .isEqualTo(4_000);

        var saved = store.setParameter(Kinds.get("enterprise"), "capfPhonePort", Value.of(3805), ADMIN)
                .orThrow();
        assertThat(saved.after()).containsExactlyInAnyOrder(AfterChange.RESET_ALL_DEVICES, AfterChange.RESTART_CAPF);
        assertThat(problem(store.remove(callmanager, "callmanager", ADMIN)).message())
                .isEqualTo("problem.single");
    }

    @Spec("PH-P08")
    @Test
    void the_cluster_security_mode_is_changed_by_the_ctl_client_only() {
        var enterprise = Kinds.get("enterprise");

        var refused = store.setParameter(enterprise, "clusterSecurityMode", Value.of("MIXED"), ADMIN);
        assertThat(problem(refused).message()).isEqualTo("problem.permission");

        store.setParameter(enterprise, "clusterSecurityMode", Value.of("MIXED"), Author.ctlClient())
                .orThrow();
        assertThat(configuration.snapshots().current().clusterSecurityMode().value())
                .isEqualTo(1);
        var other = store.setParameter(enterprise, "capfPhonePort", Value.of(1), Author.ctlClient());
        assertThat(problem(other).message()).isEqualTo("problem.permission");
    }

    @Test
    void a_busy_trigger_above_the_maximum_of_calls_is_refused() {
        store.create(Kinds.LINE, line("2001"), ADMIN).orThrow();
        var row = new Value.Row(Map.of("line", Value.of("2001"), "maxCalls", Value.of(2), "busyTrigger", Value.of(3)));
        var values = new HashMap<>(phone(SEP, "2001"));
        values.put("lines", new Value.Rows(List.of(row)));

        assertThat(problem(store.create(Kinds.PHONE, values, ADMIN)).field()).isEqualTo("lines[1].busyTrigger");
    }

    @Spec("PH-009")
    @Test
    void who_sets_a_phone_as_encrypted_hears_of_phones_with_its_line_that_are_not() {
        addPhone(configuration, SEP, "2001");
        store.create(Kinds.PHONE, phone("SEP001122334466", "2001"), ADMIN).orThrow();
        store.create(Kinds.LINE, line("2002"), ADMIN).orThrow();
        store.create(Kinds.PHONE, phone("SEP001122334477", "2002"), ADMIN).orThrow();
        var encrypted = Map.<String, Value>of("securityMode", Value.of("ENCRYPTED"));
        var nonSecure = Map.<String, Value>of("securityMode", Value.of("NON_SECURE"));

        assertThat(sharedLineNotices(SEP, encrypted))
                .singleElement()
                .satisfies(notice -> assertThat(notice.arguments()).containsExactly("2001", "SEP001122334466"));
        assertThat(sharedLineNotices("SEP001122334466", nonSecure))
                .singleElement()
                .satisfies(notice -> assertThat(notice.arguments()).containsExactly("2001", SEP));
        assertThat(sharedLineNotices("SEP001122334466", encrypted)).isEmpty();
        assertThat(sharedLineNotices("SEP001122334477", nonSecure)).isEmpty();
    }

    private List<Notice> sharedLineNotices(String phone, Map<String, Value> values) {
        return store.change(Kinds.PHONE, phone, values, ADMIN).orThrow().notices().stream()
                .filter(notice -> notice.message().equals("notice.sharedLine"))
                .toList();
    }

    @Spec({"PH-027", "PH-028"})
    @Test
    void a_security_mode_the_model_does_not_have_is_refused() {
        addPhone(configuration, SEP, "2001");

        var refused = store.change(
                Kinds.PHONE, SEP, Map.of("model", Value.of("7912"), "securityMode", Value.of("ENCRYPTED")), ADMIN);

        assertThat(problem(refused).message()).isEqualTo("problem.modelSecurity");
        assertThat(problem(refused).arguments()).containsExactly("7912", "USE_SYSTEM_DEFAULT, NON_SECURE");
    }

    @Spec({"OV-29", "PH-052", "PH-M01", "PH-P09"})
    @Test
    void encryption_and_the_built_in_bridge_of_a_7960_bring_the_barge_warning() {
        addPhone(configuration, SEP, "2001");
        var secure = Map.of("model", Value.of("7960"), "securityMode", Value.of("ENCRYPTED"));

        assertThat(notices(store.change(Kinds.PHONE, SEP, secure, ADMIN))).doesNotContain("phone.M01");
        assertThat(notices(store.change(Kinds.PHONE, SEP, Map.of("builtInBridge", Value.of("ON")), ADMIN)))
                .contains("phone.M01");
        assertThat(notices(store.setParameter(
                        Kinds.get("enterprise"), "deviceSecurityMode", Value.of("ENCRYPTED"), ADMIN)))
                .contains("phone.M01");
        assertThat(notices(store.setParameter(Kinds.get("callmanager"), "builtInBridgeEnable", Value.of(true), ADMIN)))
                .contains("phone.M01");
        var byDefaults = Map.of("builtInBridge", Value.of("DEFAULT"), "securityMode", Value.of("USE_SYSTEM_DEFAULT"));
        assertThat(notices(store.change(Kinds.PHONE, SEP, byDefaults, ADMIN))).contains("phone.M01");
        assertThat(notices(store.change(Kinds.PHONE, SEP, Map.of("model", Value.of("7962")), ADMIN)))
                .doesNotContain("phone.M01");
    }

    @Test
    void the_store_keeps_many_objects_and_finds_those_in_use_among_them() {
        var edits = new java.util.ArrayList<Edit>();
        for (int i = 0; i < 1_200; i++) {
            edits.add(new Edit.Create(Kinds.LINE, line(Integer.toString(10_000 + i))));
            edits.add(new Edit.Create(Kinds.PHONE, phone(String.format("SEP%012X", i), Integer.toString(10_000 + i))));
        }
        store.apply(edits, ADMIN).orThrow();
        assertThat(configuration.snapshots().current().phones()).hasSize(1_200);

        var removals = store.list(Kinds.PHONE).stream()
                .<Edit>map(phone -> new Edit.Remove(Kinds.PHONE, phone.key()))
                .toList();
        store.apply(removals, ADMIN).orThrow();
        assertThat(configuration.snapshots().current().phones()).isEmpty();
        assertThat(configuration.snapshots().current().lines()).hasSize(1_200);
    }

    @Test
    void numbers_for_phones_that_register_themselves_are_a_range_or_there_are_none() {
        for (var wrong :
                List.of(List.of("2001", ""), List.of("", "2001"), List.of("2002", "2001"), List.of("2001", "02002"))) {
            var problem = problem(store.create(Kinds.NODE, registering("n2", wrong.get(0), wrong.get(1)), ADMIN));
            assertThat(problem.field()).isEqualTo("autoRegistrationLast");
            assertThat(problem.text(Texts.in(Locale.ENGLISH))).contains("a greater number with as many digits");
        }
        assertThat(problem(store.create(Kinds.NODE, registering("n2", "20*1", "20*2"), ADMIN))
                        .message())
                .isEqualTo("problem.plainNumber");

        store.create(Kinds.NODE, registering("n2", "2001", "2002"), ADMIN).orThrow();
        store.create(Kinds.NODE, registering("n3", "", ""), ADMIN).orThrow();
        assertThat(configuration.snapshots().current().nodes())
                .containsEntry("n2", new Node("n2", "192.0.2.7", 2000, Optional.of(new NumberRange("2001", "2002"))))
                .containsEntry("n3", new Node("n3", "192.0.2.7", 2000));
    }

    @Test
    void a_phone_that_registers_itself_never_shares_a_line_that_somebody_added_meanwhile() {
        store.create(Kinds.LINE, line("2001"), ADMIN).orThrow();
        var request = new PhoneAdoption.Request(SEP, "7962", "2001", "", Map.of());

        assertThat(problem(PhoneAdoption.adoptAlone(store, request, ADMIN)).message())
                .isEqualTo("problem.exists");
        assertThat(store.find(Kinds.PHONE, SEP)).isEmpty();
        PhoneAdoption.adopt(store, request, ADMIN).orThrow();
        assertThat(store.find(Kinds.PHONE, SEP)).isPresent();
    }

    @Test
    void a_line_forwarded_at_a_phone_goes_where_the_line_may_dial_and_keeps_its_other_forwards() {
        store.create(Kinds.PARTITION, Map.of("name", Value.of("inside")), ADMIN).orThrow();
        store.create(
                        Kinds.CALLING_SEARCH_SPACE,
                        Map.of("name", Value.of("all"), "partitions", new Value.Names(List.of("inside"))),
                        ADMIN)
                .orThrow();
        var busy = new Value.Row(Map.of("when", Value.of("BUSY"), "to", Value.of("2009")));
        store.create(
                        Kinds.LINE,
                        Map.of(
                                "number", Value.of("2001"),
                                "partition", Value.of("inside"),
                                "callingSearchSpace", Value.of("all"),
                                "forwards", new Value.Rows(List.of(busy))),
                        ADMIN)
                .orThrow();
        var number = new DirectoryNumber("2001");

        LineForwarding.forwardAll(store, number, "inside", Optional.of("2002"), ADMIN)
                .orThrow();
        assertThat(forwards("2001@inside"))
                .containsExactly("when=ALL to=2002 callingSearchSpace=all", "when=BUSY to=2009");

        LineForwarding.forwardAll(store, number, "inside", Optional.empty(), ADMIN)
                .orThrow();
        assertThat(forwards("2001@inside")).containsExactly("when=BUSY to=2009");
        LineForwarding.forwardAll(store, new DirectoryNumber("2999"), "", Optional.of("2002"), ADMIN)
                .orThrow();
        assertThat(store.find(Kinds.LINE, "2999")).isEmpty();
    }

    @Test
    void voice_mail_sets_and_clears_the_messages_of_a_line_and_of_none_that_is_gone() {
        store.create(Kinds.PARTITION, Map.of("name", Value.of("inside")), ADMIN).orThrow();
        store.create(Kinds.LINE, Map.of("number", Value.of("2001"), "partition", Value.of("inside")), ADMIN)
                .orThrow();
        var number = new DirectoryNumber("2001");

        LineMessages.waiting(store, number, "inside", true, ADMIN).orThrow();
        assertThat(store.find(Kinds.LINE, "2001@inside").orElseThrow().flag("messagesWaiting"))
                .isTrue();

        LineMessages.waiting(store, number, "inside", false, ADMIN).orThrow();
        assertThat(store.find(Kinds.LINE, "2001@inside").orElseThrow().flag("messagesWaiting"))
                .isFalse();
        LineMessages.waiting(store, new DirectoryNumber("2999"), "", true, ADMIN)
                .orThrow();
        assertThat(store.find(Kinds.LINE, "2999")).isEmpty();
    }

    /** A line's forwards as fields and their values. */
    private List<String> forwards(String line) {
        return store.find(Kinds.LINE, line).orElseThrow().rows("forwards").stream()
                .map(row -> row.values().entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue().text())
                        .collect(Collectors.joining(" ")))
                .toList();
    }

    private static Map<String, Value> registering(String node, String first, String last) {
        return Map.of(
                "name", Value.of(node),
                "address", Value.of("192.0.2.7"),
                "autoRegistrationFirst", Value.of(first),
                "autoRegistrationLast", Value.of(last));
    }

    private static List<String> notices(SaveResult result) {
        return result.orThrow().notices().stream()
                .map(notice -> notice.message())
                .toList();
    }

    private static Problem problem(SaveResult result) {
        assertThat(problems(result)).isNotEmpty();
        return problems(result).getFirst();
    }

    private static List<Problem> problems(SaveResult result) {
        assertThat(result).isInstanceOf(SaveResult.Invalid.class);
        return ((SaveResult.Invalid) result).problems();
    }
}
