package org.keyline.sccp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyline.model.security.DeviceSecurityMode;
import org.keyline.sccp.codec.field.CallState;
import org.keyline.sccp.codec.message.ServerCall;
import org.keyline.sccp.codec.message.ServerMedia;
import org.keyline.sccp.codec.message.StationKey;
import org.keyline.serviceability.waiting.WaitingPhones;

/**
 * tshark reads a whole call as it passed on the wire, from Register to on hook. Versions 3 and 5 and 18 are left to the
 * codec's own test: tshark misreads some of their bodies (sheet 8.3).
 */
class DialogueTest {
    private static final String ALICE = "SEP0000000000F1";
    private static final String BOB = "SEP0000000000F2";

    private final Phones phones = new Phones();

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(ints = {8, 11, 15, 17, 19, 20, 22})
    void a_call_dialogue_is_well_formed_and_in_order(int version) throws Exception {
        var capture = capture(callAt(version));

        assertThat(tshark(capture, "-Y", "_ws.malformed")).isEmpty();
        assertThat(tshark(capture, "-T", "fields", "-e", "skinny.messageId")
                        .replace(',', '\n')
                        .lines())
                .hasSizeGreaterThan(60);
        assertThat(tshark(capture, "-T", "fields", "-e", "skinny.hdr_version")
                        .replace(',', '\n')
                        .lines())
                .filteredOn(word -> !word.isEmpty())
                .allMatch(word -> Long.decode(word) == 0 || Long.decode(word) == version);
        assertThat(tshark(capture, "-Y", "skinny.algorithmID != 0", "-T", "fields", "-e", "skinny.messageId"))
                .isEmpty();
        assertThat(callStates(capture)).containsExactly("1", "12", "3", "5", "2");
    }

    private static List<String> callStates(Path capture) throws Exception {
        return tshark(capture, "-T", "fields", "-e", "skinny.callState")
                .replace(',', '\n')
                .lines()
                .filter(word -> !word.isEmpty())
                .map(word -> Long.decode(word).toString())
                .toList();
    }

    private Wire callAt(int version) throws Exception {
        phones.add(ALICE, Phones.model7962(), DeviceSecurityMode.NON_SECURE, List.of("2001"));
        phones.add(BOB, Phones.model7962(), DeviceSecurityMode.NON_SECURE, List.of("2002"));
        try (var bench = SccpBench.real(phones, SccpBench.Setup.USUAL, new WaitingPhones(Clock.systemUTC()));
                var wire = new Wire(bench.service.plainAddress());
                var alice = RawPhone.plain(wire.address());
                var bob = bench.connect()) {
            alice.registered(ALICE, 404, version, RawPhone.JAVA);
            bob.registered(BOB, 404, 22, RawPhone.JAVA);
            var call = CallSteps.dials(alice, "2002");
            CallSteps.answers(bob);
            CallSteps.listens(bob, 0xC0000202, 20_002);
            CallSteps.listens(alice, 0xC0000201, 20_000);
            alice.await(ServerMedia.StartMediaTransmission.class);
            alice.send(new StationKey.OnHook(1, call));
            alice.await(ServerCall.CallStateMessage.class, state -> state.state() == CallState.ON_HOOK);
            alice.hearAll();
            return wire;
        }
    }

    private Path capture(Wire wire) throws Exception {
        var text = directory.resolve("packets.txt");
        var capture = directory.resolve("call.pcap");
        Files.writeString(text, wire.packets());
        run("text2pcap", "-q", "-D", "-T", "50000,2000", text.toString(), capture.toString());
        return capture;
    }

    private static String tshark(Path capture, String... arguments) throws Exception {
        var command = new java.util.ArrayList<>(List.of("tshark", "-r", capture.toString()));
        command.addAll(List.of(arguments));
        return run(command.toArray(String[]::new));
    }

    private static String run(String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(String.join(" ", command)).isZero();
        return output.strip();
    }
}
