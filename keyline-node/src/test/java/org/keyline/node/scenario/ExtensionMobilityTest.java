package org.keyline.node.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keyline.lab.LabPhone;
import org.keyline.serviceability.alarm.AlarmCatalogue;
import org.keyline.spec.Spec;
import org.keyline.trust.secret.PasswordHash;
import org.keyline.trust.secret.Secret;

/** Users log in at a phone, have their own lines there, and log out again. */
class ExtensionMobilityTest {
    private static final String PIN = PasswordHash.of(Secret.of("12345"));

    @RegisterExtension
    static final Site SITE = Site.mixed()
            .whosePhonesComeBack()
            .and("""
                    ipPhoneServices: {plainHttp: true, rememberLastUser: true}
                    """)
            .with(
                    Desk.of("alice", "2001").with("extensionMobility: true"),
                    Desk.of("bob", "2002"),
                    Desk.of("carol", "2003").with("extensionMobility: true"),
                    Desk.encrypted("dora", "2004").with("extensionMobility: true"));

    @BeforeAll
    static void users_have_profiles() throws Exception {
        SITE.imports("""
                keyline: 1
                lines: [{number: "3001"}, {number: "3002"}]
                deviceProfiles:
                  - {name: Smith, lines: [{line: "3001", display: Al Smith}], speedDials: [{digits: "2002", label: Bob}]}
                  - {name: Home, lines: [{line: "3001"}]}
                  - {name: 出張, lines: [{line: "3002"}], userLocale: ja}
                users:
                  - {id: asmith, firstName: Al, lastName: Smith, pin: "%s", profiles: [Smith]}
                  - {id: bbrown, lastName: Brown, pin: "%s", profiles: [Home, 出張]}
                  - {id: nobody, lastName: Nobody, pin: "%s"}
                """.formatted(PIN, PIN, PIN));
        PhoneServicesTest.restartsPhoneServices(SITE);
    }

    @Test
    void al_logs_in_at_alices_phone_and_is_called_there_until_he_logs_out() {
        var alice = SITE.boots("alice");
        var bob = SITE.boots("bob");

        alice.logsIn("asmith", "12345").reads("You are logged in.");
        alice.has("3001").isRegistered().showsButtons("3001", "Bob");
        SITE.raises(
                AlarmCatalogue.DEVICE_UNREGISTERED, Map.of("device", Desk.device("alice"), "reason", "EMLoginLogout"));
        bob.dials("3001");
        alice.rings().answers().hears(bob).hangsUp().isIdle();
        bob.isIdle().dials("2001").hearsReorder().hangsUp().isIdle();

        alice.logsOut().reads("You are logged out.");
        alice.has("2001").isRegistered();
        alice.opensServices().chooses("Extension Mobility");
        assertThat(alice.browser().page().fields().getFirst().value()).isEqualTo("asmith");
    }

    @Test
    void who_has_several_profiles_chooses_one() {
        var alice = SITE.boots("alice");

        alice.logsIn("bbrown", "12345").reads("Choose a profile").chooses("出張").reads("You are logged in.");
        alice.has("3002").isRegistered();
        alice.opensServices().reads("エクステンションモビリティ");
        leaves(alice);
    }

    private static void leaves(LabPhone alice) {
        alice.opensServices();
        alice.chooses(alice.browser().page().choices().getFirst().name());
        alice.pressesOnPage(alice.browser().page().softkeys().getFirst().name());
        alice.has("2001").isRegistered();
    }

    @Test
    void a_wrong_pin_an_unknown_user_and_one_without_profile_are_told() {
        var alice = SITE.boots("alice");
        var bob = SITE.boots("bob");

        alice.logsIn("asmith", "54321").reads("The user ID or the PIN is wrong.");
        alice.logsIn("who", "12345").reads("The user ID or the PIN is wrong.");
        alice.logsIn("nobody", "12345").reads("You have no device profile.");
        bob.opensServices().reads("No services have been set up for this phone.");
        alice.has("2001");
    }

    @Test
    void a_user_is_at_one_phone_only_unless_more_are_allowed() {
        var alice = SITE.boots("alice");
        var carol = SITE.boots("carol");
        alice.logsIn("asmith", "12345").has("3001").isRegistered();

        carol.logsIn("asmith", "12345").reads("You are logged in at " + Desk.device("alice"));

        SITE.imports("keyline: 1\nipPhoneServices: {multipleLogins: AUTO_LOGOUT}\n");
        carol.logsIn("asmith", "12345").has("3001").isRegistered();
        alice.has("2001").isRegistered();

        SITE.imports("keyline: 1\nipPhoneServices: {multipleLogins: ALLOWED}\n");
        alice.logsIn("asmith", "12345").has("3001").isRegistered();
        carol.has("3001");
        SITE.imports("keyline: 1\nipPhoneServices: {multipleLogins: NOT_ALLOWED}\n");
        alice.logsOut().has("2001").isRegistered();
        carol.logsOut().has("2003").isRegistered();
    }

    @Test
    @Spec("PH-007")
    void an_encrypted_phone_stays_encrypted_whoever_is_logged_in() {
        var dora = SITE.boots("dora");
        var security = SITE.node()
                .registrations()
                .device(Site.device("dora"))
                .orElseThrow()
                .security();

        dora.logsIn("asmith", "12345").has("3001").isRegistered();

        assertThat(SITE.node()
                        .registrations()
                        .device(Site.device("dora"))
                        .orElseThrow()
                        .security())
                .isEqualTo(security)
                .hasToString("ENCRYPTED");
        dora.logsOut().has("2004").isRegistered();
        assertThat(SITE.node()
                        .registrations()
                        .device(Site.device("dora"))
                        .orElseThrow()
                        .security())
                .hasToString("ENCRYPTED");
    }

    @Test
    void a_login_outlasts_a_restart_of_the_server() throws Exception {
        SITE.boots("alice").logsIn("asmith", "12345").has("3001").isRegistered().close();
        SITE.restarts(_ -> {});

        var alice = SITE.boots("alice").has("3001");

        alice.logsOut().has("2001").isRegistered();
    }

    @Test
    void no_pin_stands_in_any_log() {
        try (var log = LogOfAll.begin()) {
            SITE.boots("alice").logsIn("asmith", "98761234").reads("is wrong");

            assertThat(log.text()).doesNotContain("98761234");
        }
    }
}
