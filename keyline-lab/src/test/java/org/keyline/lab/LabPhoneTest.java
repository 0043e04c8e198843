package org.keyline.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyline.lab.phone.HistoryEntry;
import org.keyline.lab.phone.Misbehaviour;
import org.keyline.lab.phone.Registration;
import org.keyline.sccp.codec.field.CallState;
import org.keyline.sccp.codec.field.ResetType;
import org.keyline.sccp.codec.message.StationKey;
import org.keyline.sccp.codec.message.StationRegistration;

class LabPhoneTest {
    private ScriptedServer server = new ScriptedServer(false);

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    private LabPhone phone(String model, String mac, Misbehaviour... ways) {
        return LabPhone.model(model)
                .mac(mac)
                .registersAt(server.address())
                .misbehaving(ways)
                .patience(Duration.ofSeconds(20))
                .boots();
    }

    @ParameterizedTest
    @ValueSource(strings = {"7910", "7912", "7960", "7941", "7970", "7962", "6921"})
    void a_call_reads_as_it_is_spoken_whatever_the_model(String model) {
        try (var alice = phone(model, "001122334001");
                var bob = phone(model, "001122334002")) {
            alice.dials("1002").hearsRingBack();
            bob.rings().showsPrompt("From 1001").answers();

            alice.isConnectedTo("1002").hears(bob).showsNoIcon();
            bob.isConnectedTo("1001").hears(alice).hearsNoTone();

            alice.hangsUp().isIdle().remembers(HistoryEntry.Kind.PLACED, "1002");
            bob.isIdle().hearsNothing().remembers(HistoryEntry.Kind.RECEIVED, "1001");
        }
    }

    @Test
    void keys_from_the_server_encrypt_what_is_heard() throws IOException {
        server.close();
        server = new ScriptedServer(true);
        try (var alice = phone("7962", "001122334001");
                var bob = phone("7960", "001122334002")) {
            alice.dialsEnBloc("1002");
            bob.rings().answers();

            alice.hearsEncrypted(bob).showsLock();
            bob.hearsEncrypted(alice).showsLock();
        }
    }

    @Test
    void with_a_wrong_key_nobody_is_heard() throws IOException {
        server.close();
        server = new ScriptedServer(true);
        server.givesWrongKeys();
        try (var alice = phone("7962", "001122334001");
                var bob = phone("7962", "001122334002")) {
            alice.dialsEnBloc("1002");
            bob.rings().answers();

            alice.awaits("refused packets", _ -> alice.heard().refused() > 20);
            assertThat(alice.heard().packets()).isZero();
        }
    }

    @Test
    void an_unknown_number_gives_reorder_and_a_missed_call_is_remembered() {
        try (var alice = phone("7962", "001122334001");
                var bob = phone("7962", "001122334002")) {
            alice.dials("9999").hearsReorder().shows(CallState.INVALID_NUMBER).hangsUp();
            alice.dials("1002").hearsRingBack().hangsUp().isIdle();

            bob.isIdle().remembers(HistoryEntry.Kind.MISSED, "1001");
        }
    }

    @Test
    void softkeys_are_found_by_label_through_template_set_and_mask() {
        try (var alice = phone("7962", "001122334001");
                var bob = phone("7962", "001122334002")) {
            alice.showsSoftkeys("NewCall").showsPrompt("Your current options");

            alice.dialsEnBloc("1002");
            bob.rings().answers();
            alice.showsSoftkeys("Strange", "EndCall").presses("Strange").presses("EndCall");

            assertThat(alice.messages())
                    .extracting(exchange -> exchange.message())
                    .filteredOn(StationKey.SoftKeyEvent.class::isInstance)
                    .extracting(
                            event -> ((StationKey.SoftKeyEvent) event).softKey().number())
                    .containsExactly(77, 9);
        }
    }

    @Test
    void a_rejection_shows_its_text() {
        server.rejectsWith("Unknown device");

        try (var alice = LabPhone.model("7962").registersAt(server.address()).build()) {
            alice.powersOn().isRejected("Unknown device");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"RESET", "RESTART"})
    void a_reset_brings_the_phone_back_with_the_reason_in_its_alarm(String type) {
        try (var alice = phone("7962", "001122334001")) {
            server.resets(alice.deviceName(), ResetType.valueOf(type));

            alice.awaits("a second registration", _ -> registrations(alice) == 2);
            alice.isRegistered();

            assertThat(alarms(alice)).last().isEqualTo(type.equals("RESET") ? 22 : 23);
        }
    }

    @Test
    void a_lost_connection_is_made_again() {
        try (var alice = phone("7962", "001122334001")) {
            alice.losesConnection().isLost();

            alice.isRegistered();
            assertThat(registrations(alice)).isEqualTo(2);
        }
    }

    @Test
    void an_unregistered_phone_stays_away() {
        try (var alice = phone("7960", "001122334001")) {
            alice.unregisters();

            assertThat(alice.phone().registration()).isEqualTo(Registration.DOWN);
        }
    }

    @Test
    void keepalives_are_sent_and_answered() {
        try (var alice = phone("7960", "001122334001")) {
            alice.awaits("two keepalives", _ -> count(alice, StationRegistration.KeepAlive.class) >= 2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"SPLIT_SEGMENTS", "MERGED_SEGMENTS", "LONG_BODIES", "ON_HOOK_TWICE"})
    void a_patient_server_understands_a_misbehaving_phone(String way) {
        try (var alice = phone("7962", "001122334001", Misbehaviour.valueOf(way));
                var bob = phone("7962", "001122334002")) {
            alice.dials("1002").hearsRingBack().hangsUp().isIdle();
            bob.isIdle();
        }
    }

    @Test
    void what_does_not_come_fails_with_the_screen_and_the_messages() {
        try (var alice = LabPhone.model("7962")
                .of("Alice")
                .registersAt(server.address())
                .patience(Duration.ofMillis(200))
                .boots()) {
            assertThatThrownBy(alice::rings)
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("Alice awaited to ring")
                    .hasMessageContaining("Your current options")
                    .hasMessageContaining("-> Register");
        }
    }

    private static long registrations(LabPhone phone) {
        return count(phone, StationRegistration.Register.class);
    }

    private static long count(LabPhone phone, Class<?> type) {
        return phone.messages().stream()
                .filter(exchange -> type.isInstance(exchange.message()))
                .count();
    }

    private static java.util.List<Integer> alarms(LabPhone phone) {
        return phone.messages().stream()
                .map(exchange -> exchange.message())
                .filter(StationRegistration.Alarm.class::isInstance)
                .map(alarm -> Integer.parseInt(
                        ((StationRegistration.Alarm) alarm).text().split(":", 2)[0]))
                .toList();
    }
}
