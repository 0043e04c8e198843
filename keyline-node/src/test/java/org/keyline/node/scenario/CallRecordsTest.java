package org.keyline.node.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keyline.lab.LabPhone;
import org.keyline.serviceability.alarm.AlarmCatalogue;

/** What calls leave behind in the files of records. */
class CallRecordsTest {
    @RegisterExtension
    static final Site SITE = Site.mixed()
            .with(
                    Desk.encrypted("alice", "2001"),
                    Desk.encrypted("bob", "2002"),
                    Desk.of("carol", "2003").with("softkeyTemplate: Standard Feature"),
                    Desk.of("dave", "2004"));

    @BeforeAll
    static void recordsAreOn() {
        SITE.imports("""
                keyline: 1
                callmanager: {cdrEnabled: true, callDiagnostics: WHEN_CDR_ENABLED}
                lines:
                  - number: "2004"
                    forwards: [{when: ALL, to: "2003"}]
                meetMeNumbers: [{pattern: "850"}]
                """);
    }

    private int before;
    private int countedBefore;

    @BeforeEach
    void whatIsThereAlready() {
        before = rows("cdr").size();
        countedBefore = rows("cmr").size();
    }

    private static void talk(LabPhone caller, LabPhone called) {
        caller.dials(called.number());
        called.rings().answers().hears(caller);
        caller.hears(called);
        lasts(caller);
    }

    /** Long enough to count: the second that a call must last. */
    private static void lasts(LabPhone phone) {
        var heard = phone.heard().packets();
        Await.until(
                "a second of audio",
                () -> phone.heard().packets(),
                () -> phone.heard().packets() > heard + 60);
    }

    @Test
    void a_conference_leaves_a_record_for_each_seat_at_the_bridge() {
        var alice = SITE.boots("alice");
        var bob = SITE.boots("bob");
        var carol = SITE.boots("carol");
        talk(alice, bob);
        alice.presses("Confrn").hearsDialTone();
        alice.pressesDigits("2003");
        carol.rings().answers().hears(alice);
        lasts(alice);
        alice.presses("Confrn").hearsTogether(bob, carol);
        lasts(alice);
        carol.hangsUp().isIdle();
        alice.hears(bob);
        lasts(alice);
        alice.hangsUp().isIdle();
        bob.isIdle();

        var all = details(6);
        var seats = all.stream()
                .filter(record ->
                        record.getOrDefault("finalCalledPartyNumber", "").startsWith("b00"))
                .toList();
        assertThat(seats)
                .extracting(record -> record.get("callingPartyNumber"))
                .containsExactlyInAnyOrder("2001", "2002", "2003");
        assertThat(seats)
                .extracting(record -> record.get("destConversationId"))
                .doesNotContain("0")
                .containsOnly(seats.getFirst().get("destConversationId"));
        assertThat(seats)
                .allSatisfy(record -> assertThat(record)
                        .containsEntry("joinOnBehalfOf", "4")
                        .containsEntry("lastRedirectDn", "2001")
                        .containsEntry("lastRedirectRedirectReason", "98")
                        .containsEntry("destCause_value", "393216")
                        .containsEntry("destDeviceName", "CFB_1")
                        .containsEntry("originalCalledPartyNumber", record.get("finalCalledPartyNumber")));
        assertThat(seats).allSatisfy(record -> assertThat(record.get("comment")).startsWith("ConfControllerDn=2001;"));
        assertThat(seats)
                .filteredOn(record -> "2003".equals(record.get("callingPartyNumber")))
                .singleElement()
                .satisfies(record -> assertThat(record)
                        .containsEntry("origCause_value", "16")
                        .containsEntry("callSecuredStatus", "0"));
        assertThat(seats)
                .filteredOn(record -> "2002".equals(record.get("callingPartyNumber")))
                .singleElement()
                .satisfies(record -> assertThat(record)
                        .containsEntry("origCause_value", "393216")
                        .containsEntry("callSecuredStatus", "2"));
        assertThat(all)
                .extracting(record -> record.get("globalCallID_callId"))
                .containsOnly(all.getFirst().get("globalCallID_callId"));
    }

    @Test
    void an_encrypted_call_leaves_one_record_with_its_class_and_one_count_for_each_phone() {
        var alice = SITE.boots("alice");
        var bob = SITE.boots("bob");
        talk(alice, bob);
        alice.hangsUp().isIdle();
        bob.isIdle();

        var record = details(1).getFirst();
        assertThat(record)
                .containsEntry("cdrRecordType", "1")
                .containsEntry("callingPartyNumber", "2001")
                .containsEntry("originalCalledPartyNumber", "2002")
                .containsEntry("finalCalledPartyNumber", "2002")
                .containsEntry("lastRedirectDn", "2002")
                .containsEntry("origDeviceName", Desk.device("alice"))
                .containsEntry("destDeviceName", Desk.device("bob"))
                .containsEntry("origCause_value", "16")
                .containsEntry("destCause_value", "0")
                .containsEntry("callSecuredStatus", "2")
                .containsEntry("origMediaCap_payloadCapability", record.get("destMediaCap_payloadCapability"))
                .containsEntry("origIpAddr", "16777343")
                .containsEntry("origIpv4v6Addr", "127.0.0.1")
                .containsEntry("globalCallId_ClusterID", "StandAloneCluster");
        assertThat(Long.parseLong(record.get("duration"))).isPositive();
        assertThat(Long.parseLong(record.get("dateTimeConnect")))
                .isBetween(
                        Long.parseLong(record.get("dateTimeOrigination")),
                        Long.parseLong(record.get("dateTimeDisconnect")));

        var counts = counts(2);
        assertThat(counts)
                .allSatisfy(count -> assertThat(count)
                        .containsEntry("cdrRecordType", "2")
                        .containsEntry("globalCallID_callId", record.get("globalCallID_callId")))
                .extracting(count -> count.get("deviceName"))
                .containsExactlyInAnyOrder(Desk.device("alice"), Desk.device("bob"));
        assertThat(counts)
                .allSatisfy(count -> assertThat(Long.parseLong(count.get("numberPacketsReceived")))
                        .isGreaterThan(60));
        assertThat(counts)
                .extracting(count -> count.get("callIdentifier"))
                .containsExactlyInAnyOrder(record.get("origLegCallIdentifier"), record.get("destLegIdentifier"));
    }

    @Test
    void those_who_met_at_a_number_have_records_that_say_so() {
        var alice = SITE.boots("alice");
        var bob = SITE.boots("bob");
        alice.liftsHandset().hearsDialTone().presses("MeetMe").pressesDigits("850");
        bob.dials("850").hears(alice);
        alice.hears(bob);
        lasts(alice);
        bob.hangsUp().isIdle();
        alice.hangsUp().isIdle();

        assertThat(details(2))
                .allSatisfy(record -> assertThat(record)
                        .containsEntry("joinOnBehalfOf", "6")
                        .containsEntry("destCallTerminationOnBehalfOf", "6")
                        .containsEntry("lastRedirectRedirectOnBehalfOf", "6")
                        .containsEntry("lastRedirectRedirectReason", "98"))
                .extracting(record -> record.get("callingPartyNumber"))
                .containsExactlyInAnyOrder("2001", "2002");
    }

    @Test
    void a_transfer_after_a_consultation_leaves_three_parts_of_one_call() {
        var alice = SITE.boots("alice");
        var bob = SITE.boots("bob");
        var carol = SITE.boots("carol");
        talk(bob, alice);
        alice.presses("Trnsfer").hearsDialTone().pressesDigits("2003");
        carol.rings().answers().hears(alice);
        lasts(carol);
        alice.presses("Trnsfer").isIdle();
        bob.hears(carol);
        lasts(bob);
        carol.hangsUp().isIdle();
        bob.isIdle();

        var parts = details(3);
        assertThat(parts)
                .extracting(part -> part.get("globalCallID_callId"))
                .containsOnly(parts.getFirst().get("globalCallID_callId"));
        assertThat(parts)
                .extracting(part -> part.get("callingPartyNumber") + " " + part.get("finalCalledPartyNumber") + " "
                        + part.get("origCause_value") + " " + part.get("destCause_value") + " "
                        + part.get("origCallTerminationOnBehalfOf") + " " + part.get("joinOnBehalfOf") + " "
                        + part.get("callSecuredStatus"))
                .containsExactlyInAnyOrder(
                        "2002 2001 393216 393216 10 0 2", "2001 2003 393216 393216 10 0 0", "2002 2003 0 16 0 10 0");
        assertThat(parts.getLast())
                .containsEntry("lastRedirectDn", "2001")
                .containsEntry("lastRedirectRedirectReason", "4")
                .containsEntry("lastRedirectRedirectOnBehalfOf", "10");
    }

    @Test
    void a_forwarded_call_names_the_line_that_sent_it_on() {
        var alice = SITE.boots("alice");
        var carol = SITE.boots("carol");
        alice.dials("2004");
        carol.rings().answers().hears(alice);
        lasts(carol);
        alice.hangsUp().isIdle();
        carol.isIdle();

        assertThat(details(1).getFirst())
                .containsEntry("originalCalledPartyNumber", "2004")
                .containsEntry("finalCalledPartyNumber", "2003")
                .containsEntry("lastRedirectDn", "2004")
                .containsEntry("origCalledPartyRedirectReason", "15")
                .containsEntry("origCalledPartyRedirectOnBehalfOf", "5");
    }

    @Test
    void a_wrong_number_leaves_a_record_and_a_call_nobody_answers_only_where_those_are_wanted() {
        var alice = SITE.boots("alice");
        var bob = SITE.boots("bob");
        alice.dials("2002").hearsRingBack();
        bob.rings();
        alice.hangsUp().isIdle();
        bob.isIdle();
        alice.dials("9");
        alice.hangsUp().isIdle();

        assertThat(details(1).getFirst())
                .containsEntry("origCause_value", "1")
                .containsEntry("finalCalledPartyNumber", "9")
                .containsEntry("dateTimeConnect", "0")
                .containsEntry("duration", "0")
                .containsEntry("destDeviceName", "");

        before = rows("cdr").size();
        SITE.imports("keyline: 1\ncallmanager: {cdrLogZeroDuration: true}\n");
        alice.dials("2002").hearsRingBack();
        bob.rings();
        alice.hangsUp().isIdle();
        assertThat(details(1).getFirst())
                .containsEntry("origCause_value", "16")
                .containsEntry("duration", "0")
                .containsEntry("destDeviceName", Desk.device("bob"));
        SITE.imports("keyline: 1\ncallmanager: {cdrLogZeroDuration: false}\n");
    }

    @Test
    void a_call_that_its_user_marks_as_malicious_raises_an_alarm_and_is_flagged_in_its_record() {
        var alice = SITE.boots("alice");
        var carol = SITE.boots("carol");
        talk(alice, carol);
        carol.presses("MCID").showsPrompt("Mcid successful");
        SITE.raises(
                AlarmCatalogue.MALICIOUS_CALL,
                Map.of("device", carol.deviceName(), "calling", "2001", "called", "2003"));
        alice.hangsUp().isIdle();
        carol.isIdle();

        assertThat(details(1).getFirst()).containsEntry("comment", "CALL_FLAG=MALICIOUS");
    }

    @Test
    void files_belong_to_their_owner_alone() throws IOException {
        var alice = SITE.boots("alice");
        alice.dials("9");
        alice.hangsUp().isIdle();
        details(1);

        try (var files = Files.walk(SITE.data().resolve("records"))) {
            assertThat(files.toList())
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .endsWith("------"));
        }
    }

    @Test
    void a_code_that_was_asked_for_leaves_its_name_and_level_and_not_itself() throws IOException {
        SITE.imports("""
                keyline: 1
                authorizationCodes: [{name: Alice Smith, code: "471147", level: 5}]
                clientMatterCodes: [{code: "33"}]
                translationPatterns:
                  - {pattern: "62", calledMask: "2002", authorizationCode: true, authorizationLevel: 2, clientMatterCode: true}
                """);
        SITE.awaitsConfiguration();
        var alice = SITE.boots("alice");
        var bob = SITE.boots("bob");
        alice.dials("62").pressesDigits("471147#").pressesDigits("33#");
        bob.rings().answers().hears(alice);
        lasts(alice);
        alice.hangsUp().isIdle();
        bob.isIdle();

        assertThat(details(1).getFirst())
                .containsEntry("authCodeDescription", "Alice Smith")
                .containsEntry("authorizationLevel", "5")
                .containsEntry("clientMatterCode", "33")
                .containsEntry("authorizationCodeValue", "");

        alice.dials("62").pressesDigits("1#").hearsReorder().hangsUp().isIdle();
        assertThat(details(2).getLast())
                .containsEntry("authCodeDescription", "")
                .containsEntry("origCause_value", "21")
                .containsEntry("origCallTerminationOnBehalfOf", "22");
        try (var files = Files.walk(SITE.data().resolve("records"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                assertThat(file).content().doesNotContain("471147");
            }
        }
    }

    private List<Map<String, String>> details(int count) {
        return newest("cdr", before, count);
    }

    private List<Map<String, String>> counts(int count) {
        return newest("cmr", countedBefore, count);
    }

    private static List<Map<String, String>> newest(String kind, int before, int count) {
        Await.until(
                count + " records of kind " + kind,
                () -> rows(kind),
                () -> rows(kind).size() >= before + count);
        var all = rows(kind);
        return all.subList(before, all.size());
    }

    private static List<Map<String, String>> rows(String kind) {
        return rows(SITE, kind);
    }

    /** The rows of all files of a kind, {@code cdr} or {@code cmr}, in order. */
    static List<Map<String, String>> rows(Site site, String kind) {
        var rows = new ArrayList<Map<String, String>>();
        var directory = site.data().resolve("records");
        if (!Files.exists(directory)) {
            return rows;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            files.filter(file -> file.getFileName().toString().startsWith(kind + "_StandAloneCluster_01_"))
                    .sorted((one, other) -> Integer.compare(sequence(one), sequence(other)))
                    .forEach(file -> rows.addAll(read(file)));
        } catch (IOException | UncheckedIOException renamed) {
            return List.of();
        }
        return rows;
    }

    private static int sequence(Path file) {
        var name = file.getFileName().toString().replace(".part", "");
        return Integer.parseInt(name.substring(name.lastIndexOf('_') + 1));
    }

    private static List<Map<String, String>> read(Path file) {
        try {
            var text = Files.readString(file);
            // A file may be looked at while its first lines, or its last, are being written.
            var lines = text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
            if (lines.isEmpty()) {
                return List.of();
            }
            var names = lines.getFirst().replace("\"", "").split(",", -1);
            return lines.stream().skip(2).map(line -> row(names, line)).toList();
        } catch (IOException renamed) {
            throw new UncheckedIOException(renamed);
        }
    }

    private static Map<String, String> row(String[] names, String line) {
        var values = line.replace("\"", "").split(",", -1);
        assertThat(values).as(line).hasSameSizeAs(names);
        var row = new LinkedHashMap<String, String>();
        Arrays.stream(names).forEach(name -> row.put(name, values[row.size()]));
        return row;
    }
}
