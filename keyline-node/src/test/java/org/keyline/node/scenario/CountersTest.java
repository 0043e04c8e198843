package org.keyline.node.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keyline.lab.LabPhone;
import org.keyline.lab.phone.Misbehaviour;
import org.keyline.spec.Spec;

/** The performance counters of a mixed cluster, as a monitoring system reads them while phones register and call. */
class CountersTest {
    private static final Pattern SAMPLE =
            Pattern.compile("(?m)^keyline_(\\w+)\\{object=\"Cisco (?:CallManager|TFTP)\"} (-?\\d+)$");

    @RegisterExtension
    static final Site SITE = Site.mixed()
            .with(
                    authenticated("anna", "2001"),
                    authenticated("arne", "2002"),
                    Desk.encrypted("emma", "2003"),
                    Desk.encrypted("emil", "2004"),
                    Desk.of("paul", "2005"));

    private static Desk authenticated(String person, String number) {
        return Desk.of(person, number)
                .with(
                        "securityMode: AUTHENTICATED",
                        "certificateOperation: INSTALL_UPGRADE",
                        "authenticationMode: BY_NULL_STRING");
    }

    /** The counters of the call manager and the file server by name. */
    private static Map<String, Long> counters() {
        try (var page = URI.create("http://" + SITE.address().getHostAddress() + ":9100/metrics")
                .toURL()
                .openStream()) {
            var found = new TreeMap<String, Long>();
            SAMPLE.matcher(new String(page.readAllBytes(), StandardCharsets.UTF_8))
                    .results()
                    .forEach(sample -> found.put(sample.group(1), Long.parseLong(sample.group(2))));
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is not zero, of levels; and of totals what was added since. */
    private static Map<String, Long> changes(Map<String, Long> before) {
        var changed = new LinkedHashMap<String, Long>();
        counters().forEach((name, value) -> {
            var isTotal = name.endsWith("Completed");
            var now = isTotal ? value - before.getOrDefault(name, 0L) : value;
            if (now != 0 && !name.endsWith("Count")) {
                changed.put(name, now);
            }
        });
        return changed;
    }

    private static void awaits(Map<String, Long> before, Map<String, Long> wanted) {
        Await.until(
                "the counters " + wanted,
                () -> changes(before),
                () -> changes(before).equals(wanted));
    }

    private static Map<String, Long> with(Map<String, Long> some, Object... more) {
        var all = new LinkedHashMap<>(some);
        for (var i = 0; i < more.length; i += 2) {
            all.put((String) more[i], ((Integer) more[i + 1]).longValue());
        }
        return all;
    }

    /** One call with hold and resume between two of the phones, and what is counted meanwhile. */
    private static void isCounted(LabPhone one, LabPhone other, Map<String, Long> phones, String kind) {
        var before = counters();
        var active = kind + "CallsActive";
        var completed = kind + "CallsCompleted";

        one.dialsEnBloc(other.number());
        other.rings();
        awaits(before, with(phones, "CallsInProgress", 1));
        other.answers();
        awaits(before, with(phones, "CallsInProgress", 1, "CallsActive", 1, active, 1));
        one.presses("Hold").isOnHold();
        awaits(before, with(phones, "CallsInProgress", 1));
        one.presses("Resume").isConnected();
        awaits(before, with(phones, "CallsInProgress", 1, "CallsActive", 1, active, 1));
        other.hangsUp().isIdle();
        one.isIdle();
        awaits(before, with(phones, "CallsCompleted", 1, completed, 1));
    }

    @Test
    @Spec({"SEC-03", "SEC-04", "SEC-05", "SEC-07", "SEC-08", "SEC-09", "SEC-11", "PM-01", "PM-02", "PM-03", "ADJ-44"})
    void phones_and_calls_are_counted_by_how_secure_they_are() {
        var none = counters();
        assertThat(changes(none)).isEmpty();
        var phones = SITE.boot("anna", "arne", "emma", "emil", "paul");
        var registered = with(
                Map.of(),
                "AuthenticatedRegisteredPhones",
                2,
                "EncryptedRegisteredPhones",
                2,
                "RegisteredHardwarePhones",
                5);
        awaits(none, registered);
        var anna = phones.get(0);
        var arne = phones.get(1);
        var emma = phones.get(2);
        var emil = phones.get(3);
        var paul = phones.get(4);

        isCounted(anna, arne, registered, "Authenticated");
        isCounted(emma, emil, registered, "Encrypted");
        isCounted(emil, anna, registered, "Authenticated");
        isCounted(paul, emma, registered, "");
        isCounted(anna, paul, registered, "");

        assertThat(changes(none))
                .isEqualTo(with(
                        registered,
                        "AuthenticatedCallsCompleted",
                        2,
                        "EncryptedCallsCompleted",
                        1,
                        "CallsCompleted",
                        5));
        emma.losesPower();
        arne.losesPower();
        awaits(
                none,
                with(
                        Map.of(),
                        "AuthenticatedRegisteredPhones",
                        1,
                        "EncryptedRegisteredPhones",
                        1,
                        "RegisteredHardwarePhones",
                        3,
                        "AuthenticatedCallsCompleted",
                        2,
                        "EncryptedCallsCompleted",
                        1,
                        "CallsCompleted",
                        5));
    }

    @Test
    @Spec({"SEC-04", "SEC-05", "SEC-08", "SEC-09"})
    void calls_that_come_to_nothing_are_not_completed_and_those_that_break_are() {
        var phones = SITE.boot("emma", "emil");
        var emma = phones.getFirst();
        var emil = phones.getLast();
        var registered = with(Map.of(), "EncryptedRegisteredPhones", 2, "RegisteredHardwarePhones", 2);
        var before = counters();

        emma.dialsEnBloc("2004");
        emil.rings();
        emma.hangsUp();
        emil.isIdle();
        emma.dialsEnBloc("2999").hearsReorder().hangsUp().isIdle();
        awaits(before, registered);

        emma.dialsEnBloc("2004");
        emil.rings().answers().hearsEncrypted(emma);
        emma.losesPower();
        emil.isIdle();
        awaits(
                before,
                with(
                        Map.of(),
                        "EncryptedRegisteredPhones",
                        1,
                        "RegisteredHardwarePhones",
                        1,
                        "EncryptedCallsCompleted",
                        1,
                        "CallsCompleted",
                        1));
    }

    @Test
    @Spec({"SEC-06", "SEC-10"})
    void a_phone_that_does_not_say_what_it_can_do_is_registered_in_part_only() {
        var none = counters();
        for (var person : List.of("anna", "emma", "paul")) {
            SITE.owns(SITE.phone(person)
                            .misbehaving(Misbehaviour.NO_CAPABILITIES)
                            .build())
                    .powersOn();
        }
        awaits(
                none,
                with(
                        Map.of(),
                        "AuthenticatedPartiallyRegisteredPhone",
                        1,
                        "EncryptedPartiallyRegisteredPhones",
                        1,
                        "PartiallyRegisteredPhone",
                        3));

        SITE.boots("arne");

        awaits(
                none,
                with(
                        Map.of(),
                        "AuthenticatedPartiallyRegisteredPhone",
                        1,
                        "AuthenticatedRegisteredPhones",
                        1,
                        "EncryptedPartiallyRegisteredPhones",
                        1,
                        "PartiallyRegisteredPhone",
                        3,
                        "RegisteredHardwarePhones",
                        1));
    }

    /** How often exactly is told by the tests of the file server; here it signs ahead of phones as well. */
    @Test
    @Spec({"SEC-21", "SEC-22"})
    void files_that_phones_get_signed_and_encrypted_are_counted() {
        SITE.boots("emma").losesPower();
        assertThat(counters().getOrDefault("BuildSignCount", 0L)).isPositive();
        assertThat(counters()).containsEntry("EncryptCount", 0L);

        SITE.imports("keyline: 1\ntftp: {encryptedConfiguration: true}\n");
        SITE.boots("emma").losesPower();

        assertThat(counters().getOrDefault("EncryptCount", 0L)).isPositive();
        SITE.imports("keyline: 1\ntftp: {encryptedConfiguration: false}\n");
    }
}
