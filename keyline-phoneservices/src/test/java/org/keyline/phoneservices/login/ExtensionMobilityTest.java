package org.keyline.phoneservices.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyline.config.Configuration;
import org.keyline.config.setup.FreshDatabase;
import org.keyline.config.store.Author;
import org.keyline.config.yaml.ImportMode;
import org.keyline.config.yaml.ImportResult;
import org.keyline.model.device.DeviceName;
import org.keyline.model.device.Phone;
import org.keyline.model.schema.Kinds;
import org.keyline.phoneservices.access.Phones;
import org.keyline.phoneservices.login.ExtensionMobility.Outcome;

class ExtensionMobilityTest {
    private static final DeviceName PHONE = new DeviceName("SEP001122334455");
    private static final Author ADMINISTRATOR = Author.administrator("test");

    @TempDir
    private Path data = Path.of("");

    private final Later clock = new Later();
    private final List<DeviceName> restarted = new ArrayList<>();
    private Configuration configuration;
    private ExtensionMobility mobility;

    /** A clock that is put forward by hand. */
    private static final class Later extends Clock {
        private Instant now = Instant.parse("2026-11-22T08:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    /** Notes what call processing is asked. */
    private final class Noted implements Phones {
        @Override
        public Optional<InetAddress> address(DeviceName phone) {
            return Optional.empty();
        }

        @Override
        public void restartForLogin(DeviceName phone, long revision) {
            restarted.add(phone);
        }
    }

    @BeforeEach
    void a_phone_and_a_user() {
        configuration = Configuration.open(data, clock);
        FreshDatabase.ensure(configuration.store(), "cm1", "127.0.0.1", 2000);
        imports("""
                keyline: 1
                lines: [{number: "2001"}, {number: "3001"}]
                phones:
                  - {name: SEP001122334455, model: "7962", extensionMobility: true, lines: [{line: "2001"}]}
                deviceProfiles:
                  - {name: Smith, userLocale: ja, lines: [{line: "3001"}]}
                users:
                  - {id: asmith, lastName: Smith, profiles: [Smith]}
                """);
        mobility = new ExtensionMobility(configuration.snapshots(), configuration.store(), new Noted(), clock);
    }

    @AfterEach
    void close() {
        configuration.close();
    }

    private void imports(String yaml) {
        assertThat(configuration.file().importText(yaml, ImportMode.MERGE, ADMINISTRATOR))
                .isInstanceOf(ImportResult.Imported.class);
    }

    private Phone phone() {
        return configuration.snapshots().current().phone(PHONE).orElseThrow();
    }

    private String number() {
        return phone().lines().getFirst().number().digits();
    }

    private void logsIn() {
        assertThat(mobility.logIn(PHONE, "asmith", "Smith")).isInstanceOf(Outcome.LoggedIn.class);
        assertThat(number()).isEqualTo("3001");
    }

    @Test
    void a_login_gives_the_phone_the_profile_and_a_logout_its_own_lines() {
        logsIn();

        assertThat(phone().userLocale()).isEqualTo("ja");
        assertThat(mobility.logIn(PHONE, "asmith", "Smith")).isInstanceOf(Outcome.Taken.class);
        assertThat(mobility.logOut(PHONE)).isTrue();
        assertThat(number()).isEqualTo("2001");
        assertThat(phone().userLocale()).isEqualTo("en");
        assertThat(mobility.logOut(PHONE)).isFalse();
        assertThat(restarted).containsExactly(PHONE, PHONE);
    }

    @Test
    void a_login_ends_after_the_longest_time() {
        logsIn();

        clock.now = clock.now.plus(Duration.ofHours(8)).minusSeconds(1);
        mobility.logOutExpired();
        assertThat(number()).isEqualTo("3001");

        clock.now = clock.now.plusSeconds(1);
        mobility.logOutExpired();
        assertThat(number()).isEqualTo("2001");
        assertThat(restarted).containsExactly(PHONE, PHONE);
    }

    @Test
    void a_login_never_ends_where_no_time_is_set() {
        imports("keyline: 1\nipPhoneServices: {maximumLoginMinutes: 0}\n");
        logsIn();

        clock.now = clock.now.plus(Duration.ofDays(365));
        mobility.logOutExpired();

        assertThat(number()).isEqualTo("3001");
    }

    @Test
    void whoever_loses_the_profile_is_logged_out() {
        logsIn();
        imports("keyline: 1\nusers:\n  - {id: asmith, lastName: Smith, profiles: []}\n");
        configuration
                .store()
                .remove(Kinds.DEVICE_PROFILE, "Smith", ADMINISTRATOR)
                .orThrow();

        assertThat(number()).isEqualTo("2001");
        assertThat(phone().subscription().login()).isEmpty();
    }

    @Test
    void whoever_is_logged_in_where_an_administrator_switches_it_off_is_logged_out_for_good() {
        logsIn();
        imports("keyline: 1\nphones:\n  - {name: SEP001122334455, extensionMobility: false}\n");
        assertThat(number()).isEqualTo("2001");

        imports("keyline: 1\nphones:\n  - {name: SEP001122334455, extensionMobility: true}\n");
        assertThat(number()).isEqualTo("2001");
    }

    @Test
    void nobody_logs_in_where_that_is_off_or_with_the_profile_of_another() {
        assertThat(mobility.logIn(PHONE, "asmith", "Other")).isInstanceOf(Outcome.NotOffered.class);
        assertThat(mobility.logIn(PHONE, "nobody", "Smith")).isInstanceOf(Outcome.NotOffered.class);
        assertThat(mobility.logIn(new DeviceName("SEPFFFFFFFFFFFF"), "asmith", "Smith"))
                .isInstanceOf(Outcome.NotOffered.class);

        imports("keyline: 1\nphones:\n  - {name: SEP001122334455, extensionMobility: false}\n");
        assertThat(mobility.logIn(PHONE, "asmith", "Smith")).isInstanceOf(Outcome.NotOffered.class);
        assertThat(restarted).isEmpty();
    }

    @Test
    void a_login_outlasts_the_program() {
        logsIn();
        configuration.close();
        configuration = Configuration.open(data, clock);

        assertThat(number()).isEqualTo("3001");
        assertThat(phone().subscription().lastUser()).isEqualTo("asmith");
    }
}
