package org.keyline.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.keyline.config.TestConfigurations.Place;
import org.keyline.config.TestConfigurations.Where;
import org.keyline.config.setup.PhoneAdoption;
import org.keyline.config.store.SaveResult;
import org.keyline.model.device.DeviceName;
import org.keyline.model.schema.Kinds;

@ParameterizedClass
@EnumSource(Where.class)
class AccountsTest {
    private final Where where;
    private Configuration configuration;

    AccountsTest(Where where) {
        this.where = where;
    }

    @BeforeEach
    void open(@TempDir Path directory) {
        configuration = Place.fresh(where, directory).open();
    }

    @AfterEach
    void close() {
        configuration.close();
    }

    @Test
    void an_account_is_made_once_used_and_removed() {
        var accounts = configuration.administrators();

        assertThat(accounts.create("admin", "$hash$1", "administrator")).isTrue();
        assertThat(accounts.create("admin", "$hash$2", "administrator")).isFalse();
        assertThat(accounts.signedIn("admin")).isTrue();
        assertThat(accounts.setPasswordHash("admin", "$hash$3")).isTrue();
        var account = accounts.find("admin").orElseThrow();
        assertThat(account.passwordHash()).isEqualTo("$hash$3");
        assertThat(account.created()).isEqualTo(TestConfigurations.CLOCK.instant());
        assertThat(account.lastSignIn()).contains(TestConfigurations.CLOCK.instant());
        assertThat(account.toString()).doesNotContain("hash");

        assertThat(accounts.remove("admin")).isTrue();
        assertThat(accounts.list()).isEmpty();
        assertThat(accounts.signedIn("admin")).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> accounts.create("no name", "h", "r"));
    }

    @Test
    void settings_are_kept_by_name() {
        var settings = configuration.settings();
        settings.put("first", "1");
        settings.put("first", "2");

        assertThat(settings.get("first")).contains("2");
        assertThat(settings.remove("first")).isTrue();
        assertThat(settings.get("first")).isEmpty();
    }

    @Test
    void a_waiting_phone_is_adopted_with_a_number_in_one_step() {
        TestConfigurations.basics(configuration);
        var store = configuration.store();

        var saved = PhoneAdoption.adopt(store, "SEP001122334455", "7960", "2001", "Alice", TestConfigurations.ADMIN)
                .orThrow();

        assertThat(saved.created()).isEqualTo(2);
        var phone = configuration
                .snapshots()
                .current()
                .phone(new DeviceName("SEP001122334455"))
                .orElseThrow();
        assertThat(phone.lines().getFirst().display()).isEqualTo("Alice");

        PhoneAdoption.adopt(store, "SEP001122334456", "7962", "2001", "", TestConfigurations.ADMIN)
                .orThrow();
        assertThat(store.list(Kinds.LINE)).as("the line is shared").hasSize(1);
        assertThat(PhoneAdoption.adopt(store, "SEP001122334456", "7962", "2002", "", TestConfigurations.ADMIN))
                .as("the phone is there already")
                .isInstanceOf(SaveResult.Invalid.class);
        assertThat(store.find(Kinds.LINE, "2002")).isEmpty();
        assertThat(Map.copyOf(configuration.snapshots().current().phones())).hasSize(2);
    }
}
