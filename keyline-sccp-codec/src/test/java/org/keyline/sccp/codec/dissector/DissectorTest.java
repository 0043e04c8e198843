package org.keyline.sccp.codec.dissector;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyline.sccp.codec.SccpEncoder;
import org.keyline.sccp.codec.message.SccpMessages;
import org.keyline.sccp.codec.wire.Dialect;

/** tshark reads what the codec has written: every message is recognised, none malformed, every value the same. */
class DissectorTest {
    /** What tshark itself cannot read: the message or its field, in these versions, and why. */
    private record Limit(String name, IntPredicate versions, String reason) {}

    private static final List<Limit> UNREADABLE = List.of(
            new Limit(
                    "OpenReceiveChannel",
                    v -> v <= 5,
                    "expects a key block of 48 bytes; 24 and 68 byte forms are shorter"),
            new Limit(
                    "StartMediaTransmission",
                    v -> v <= 5,
                    "expects a key block of 48 bytes; 40 and 84 byte forms are shorter"),
            new Limit("CloseReceiveChannel", v -> v < 5, "knows no form without the call"),
            new Limit("StopMediaTransmission", v -> v < 5, "knows no form without the call"),
            new Limit("StartMulticastMediaReception", v -> v < 5, "knows no form without the call"),
            new Limit("CallState", v -> v < 5, "knows no form of three words"),
            new Limit(
                    "ConnectionStatisticsReq",
                    v -> v == 18,
                    "takes the number for 28 bytes from version 18 on, not 19"),
            new Limit("ConnectionStatisticsRes", v -> v == 18 || v == 20, "reads the processing mode as one byte"));

    private static final List<Limit> MISREAD = List.of(
            new Limit("CallInfoDynamic", v -> v < 16, "names the strings of the 12-string form shifted by one"));

    private static final List<Limit> UNSHOWN = List.of(
            new Limit("Register.protocolVer", v -> v < 5, "is not shown in a body below 52 bytes"),
            new Limit("UnregisterReq.unRegReasonCode", v -> true, "is not shown in a body of one word"));

    private static final Pattern HEXADECIMAL = Pattern.compile("\\b0x([0-9a-f]{8})\\b");

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(ints = {3, 5, 8, 11, 15, 17, 18, 20, 22})
    void tshark_reads_the_same_messages_and_values(int version) throws Exception {
        var spoken = new Dialogue(version).all();
        var seen = dissect(capture(spoken, version), spoken);

        assertThat(seen).as("PDUs").hasSameSizeAs(spoken);
        var softly = new SoftAssertions();
        for (int i = 0; i < spoken.size(); i++) {
            compare(softly, spoken.get(i), seen.get(i), version);
        }
        softly.assertAll();
    }

    private static void compare(SoftAssertions softly, Spoken spoken, Map<String, String> seen, int version) {
        var id = String.valueOf(SccpMessages.id(spoken.message()));
        softly.assertThat(seen).as(spoken.name()).containsEntry("messageId", id);
        if (limited(UNREADABLE, spoken.name(), version)) {
            return;
        }
        softly.assertThat(seen.get("malformed"))
                .as("%s malformed", spoken.name())
                .isEmpty();
        spoken.fields().forEach((field, value) -> {
            if (!isLimited(spoken.name(), field, version)) {
                softly.assertThat(seen.get(field))
                        .as("%s %s", spoken.name(), field)
                        .isEqualTo(value);
            }
        });
    }

    private static boolean isLimited(String message, String field, int version) {
        boolean string = field.endsWith("Name") || field.contains("Party");
        return (string && limited(MISREAD, message, version)) || limited(UNSHOWN, message + "." + field, version);
    }

    private static boolean limited(List<Limit> limits, String name, int version) {
        return limits.stream()
                .anyMatch(limit -> limit.name().equals(name) && limit.versions().test(version));
    }

    private Path capture(List<Spoken> dialogue, int version) throws IOException {
        var path = directory.resolve("v" + version + ".pcap");
        try (var file = new PcapFile(path)) {
            for (var spoken : dialogue) {
                var frame = Unpooled.buffer();
                SccpEncoder.encode(spoken.message(), Dialect.latin1(version), frame);
                byte[] segment = ByteBufUtil.getBytes(frame);
                if (spoken.fromPhone()) {
                    file.fromPhone(segment);
                } else {
                    file.fromServer(segment);
                }
            }
        }
        return path;
    }

    private static List<Map<String, String>> dissect(Path capture, List<Spoken> dialogue) throws Exception {
        var names = Stream.concat(
                        Stream.of("messageId"), dialogue.stream().flatMap(one -> one.fields().keySet().stream()))
                .distinct()
                .toList();
        var command =
                new ArrayList<>(List.of("tshark", "-r", capture.toString(), "-T", "fields", "-E", "separator=/t"));
        command.addAll(List.of("-Y", "skinny", "-e", "_ws.malformed"));
        names.forEach(name -> command.addAll(List.of("-e", "skinny." + name)));
        return run(command).lines().map(line -> row(names, line)).toList();
    }

    private static Map<String, String> row(List<String> names, String line) {
        var cells = line.split("\t", -1);
        var row = new HashMap<String, String>();
        row.put("malformed", cells[0]);
        for (int i = 0; i < names.size(); i++) {
            row.put(names.get(i), HEXADECIMAL.matcher(cells[i + 1]).replaceAll(DissectorTest::decimal));
        }
        return row;
    }

    private static String decimal(MatchResult hexadecimal) {
        return String.valueOf(Long.parseLong(hexadecimal.group(1), 16));
    }

    private static String run(List<String> command) throws Exception {
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as("tshark's exit").isZero();
        return output;
    }
}
