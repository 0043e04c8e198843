package org.keyline.node.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keyline.node.record.RecordArchive;
import org.keyline.processing.record.CallRecords;
import org.keyline.web.ladder.Ladder;
import org.keyline.web.ladder.LadderText;
import org.keyline.web.record.TraceSearch;
import org.keyline.web.record.TracedCall;

/** A call that is over can be looked at again, also after a restart. */
class PastCallTest {
    @RegisterExtension
    static final Site SITE =
            Site.mixed().with(Desk.encrypted("alice", "2001"), Desk.encrypted("bob", "2002"), Desk.of("carol", "2003"));

    private static List<TracedCall> found(String number, String device) {
        try {
            var search = new TraceSearch(number, device, Optional.empty(), Optional.empty(), Optional.empty());
            return archive().traced(search, 100);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static RecordArchive archive() {
        return new RecordArchive(SITE.data(), () -> new CallRecords.Wanted(false, false));
    }

    private static String ladder(TracedCall call) throws IOException {
        return LadderText.of(Ladder.of(archive().signals(call.id())));
    }

    @Test
    void an_encrypted_call_is_read_as_a_ladder_without_its_keys_and_without_what_was_pressed_in_it() throws Exception {
        var alice = SITE.boots("alice");
        var bob = SITE.boots("bob");
        alice.dials("2002");
        bob.rings().answers().hears(alice);
        alice.hears(bob).pressesDigits("4711").hears(bob);
        alice.hangsUp().isIdle();
        bob.isIdle();
        Await.until(
                "the call's signals",
                () -> found("2002", ""),
                () -> !found("2002", "").isEmpty());

        var call = found("2001", Desk.device("bob")).getFirst();
        assertThat(call.numbers()).startsWith("2001").contains("2002");
        assertThat(call.devices()).contains(Desk.device("alice"), Desk.device("bob"));
        var ladder = ladder(call);
        assertThat(ladder)
                .contains("Originate", "OpenReceiveChannel", "StartMediaTransmission", "Answer", "Release")
                .contains("KeypadButton")
                .doesNotContain("MediaKey[key");
        var pressed =
                ladder.lines().filter(line -> line.contains("KeypadButton")).collect(Collectors.joining("\n"));
        assertThat(pressed).contains("button=2", "button=*").doesNotContain("button=4", "button=7", "button=1");

        SITE.restarts(_ -> {});

        assertThat(ladder(found("2001", Desk.device("bob")).getFirst())).isEqualTo(ladder);
        try (var files = Files.walk(SITE.data().resolve("trace").resolve("calls"))) {
            assertThat(files.filter(Files::isRegularFile).toList()).isNotEmpty();
        }
    }

    @Test
    void a_transferred_call_is_found_by_each_who_had_a_part_in_it() throws Exception {
        var alice = SITE.boots("alice");
        var bob = SITE.boots("bob");
        var carol = SITE.boots("carol");
        bob.dials("2001");
        alice.rings().answers().hears(bob);
        alice.presses("Trnsfer").hearsDialTone().pressesDigits("2003");
        carol.rings().answers().hears(alice);
        alice.presses("Trnsfer").isIdle();
        bob.hears(carol);
        carol.hangsUp().isIdle();
        bob.isIdle();

        Await.until(
                "the call's signals",
                () -> found("2003", ""),
                () -> found("2003", "").stream()
                        .anyMatch(call -> call.numbers().containsAll(List.of("2001", "2002", "2003"))));
        var whole = found("2003", Desk.device("carol")).stream()
                .filter(call -> call.numbers().containsAll(List.of("2001", "2002", "2003")))
                .findFirst()
                .orElseThrow();
        assertThat(ladder(whole)).contains("HandOver", "HandedOver", "TakenOver", "Moved");
    }
}
