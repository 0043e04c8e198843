package org.keyline.node.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keyline.config.store.Author;
import org.keyline.config.store.SaveResult;
import org.keyline.ctl.CtlChoice;
import org.keyline.lab.LabPhone;
import org.keyline.model.schema.Kinds;
import org.keyline.sccp.codec.message.ServerRegistration;
import org.keyline.serviceability.alarm.AlarmCatalogue;
import org.keyline.spec.Spec;

/** Phones nobody configured register themselves, where the administrator allows it and the cluster is non-secure. */
class AutoRegistrationTest {
    private static final String RANGE = """
            keyline: 1
            nodes:
              - {name: cm1, autoRegistrationFirst: "%s", autoRegistrationLast: "%s"}
            callManagerGroups:
              - {name: Default, autoRegistration: %s}
            """;

    @RegisterExtension
    static final Site SITE = Site.nonSecure().with(Desk.of("alice", "2001"));

    private final List<LabPhone> strangers = new ArrayList<>();

    @BeforeEach
    void allow() {
        SITE.imports(RANGE.formatted("2001", "2003", true));
    }

    /** A phone that is deleted while it is on would register itself again. */
    @AfterEach
    void forgetThem() {
        strangers.forEach(LabPhone::losesPower);
        SITE.imports(RANGE.formatted("2001", "2003", false));
        for (var person : List.of("bert", "cora", "dirk", "egon", "fritz")) {
            if (isConfigured(person)) {
                var number = number(person);
                SITE.removes(person);
                assertThat(SITE.node().configuration().store().remove(Kinds.LINE, number, Author.administrator("test")))
                        .isInstanceOf(SaveResult.Saved.class);
            }
        }
    }

    private static boolean isConfigured(String person) {
        return SITE.node()
                .configuration()
                .store()
                .find(Kinds.PHONE, Desk.device(person))
                .isPresent();
    }

    /** An unconfigured phone that tries again like a real one. */
    private static LabPhone stranger(String person) {
        return SITE.owns(SITE.stranger(person, "7962")
                .comesBackAfter(Duration.ofMillis(100))
                .build());
    }

    private static String number(String person) {
        return SITE.configured(person, "description").replace("Auto ", "");
    }

    @Test
    @Spec("CTL3-58")
    void in_a_non_secure_cluster_an_unknown_phone_gets_the_next_free_number_and_calls() {
        var alice = SITE.boots("alice");
        var bert = stranger("bert").boots();

        bert.showsLine(1, "2002");
        assertThat(SITE.configured("bert", "description")).isEqualTo("Auto 2002");
        assertThat(SITE.configured("bert", "model")).isEqualTo("7962");
        alice.dials("2002");
        bert.rings().answers().hears(alice).hangsUp();
        alice.isIdle();
        stranger("cora").boots().showsLine(1, "2003");
    }

    @Test
    @Spec({"CTL3-55", "OV-17"})
    void mixed_mode_disables_it_whatever_was_asked_and_a_non_secure_cluster_has_it_again() throws Exception {
        SITE.signs(CtlChoice.MIXED_MODE, Security.OURS.first(), Security.OURS.second());
        var told = SITE.owns(SITE.stranger("egon", "7962").build()).powersOn().isLost();
        assertThat(told.phone().reason()).isEqualTo("no configuration");
        var insists = SITE.owns(SITE.unprovisioned("egon", "7962")
                .registersAt(SITE.at(2000))
                .comesBackAfter(Duration.ofMillis(50))
                .build());
        insists.powersOn().awaits("to be turned away three times", _ -> rejections(insists) >= 3);
        assertThat(isConfigured("egon")).isFalse();
        assertThat(SITE.node().configuration().store().find(Kinds.CALL_MANAGER_GROUP, "Default"))
                .hasValueSatisfying(
                        group -> assertThat(group.flag("autoRegistration")).isTrue());
        insists.losesPower();

        SITE.signs(CtlChoice.NON_SECURE_MODE, Security.OURS.first());
        stranger("fritz").boots().showsLine(1, "2002");
    }

    private static long rejections(LabPhone phone) {
        return phone.messages().stream()
                .filter(said -> said.message() instanceof ServerRegistration.RegisterReject)
                .count();
    }

    @Test
    void a_phone_that_finds_no_number_left_is_told_of_and_waits() {
        stranger("bert").boots();
        stranger("cora").boots();

        var dirk = stranger("dirk").powersOn();

        SITE.raises(AlarmCatalogue.AUTO_REGISTRATION_FAILED, Map.of("device", dirk.deviceName(), "node", "cm1"));
        assertThat(isConfigured("dirk")).isFalse();
        SITE.imports(RANGE.formatted("2001", "2004", true));
        dirk.isRegistered().showsLine(1, "2004");
    }

    @Test
    void nobody_registers_where_the_group_does_not_allow_it() {
        SITE.imports(RANGE.formatted("2001", "2003", false));

        var dirk = SITE.owns(SITE.stranger("dirk", "7962").build()).powersOn().isLost();

        assertThat(dirk.phone().reason()).isEqualTo("no configuration");
        assertThat(isConfigured("dirk")).isFalse();
    }
}
