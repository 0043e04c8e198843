package org.keyline.node.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code keyline calls} as an operator types it, on the files a node left. */
@Timeout(300)
class CallsCommandTest {
    @TempDir
    Path data;

    private static final String HEAD = """
            "globalCallID_callId","dateTimeOrigination","callingPartyNumber","origCause_value",\
            "finalCalledPartyNumber","destCause_value","dateTimeConnect","dateTimeDisconnect","duration",\
            "origDeviceName","destDeviceName","callSecuredStatus"
            INTEGER,INTEGER,VARCHAR(50),INTEGER,VARCHAR(50),INTEGER,INTEGER,INTEGER,INTEGER,VARCHAR(129),VARCHAR(129),INTEGER
            """;

    @BeforeEach
    void twoCalls() throws IOException {
        Files.createFile(data.resolve("node.lock"));
        var day = Files.createDirectories(data.resolve("records").resolve("20261122"));
        Files.writeString(day.resolve("cdr_StandAloneCluster_01_202611221000_1"), HEAD + """
                101,1795341600,"2001",16,"2002",0,1795341605,1795341730,125,"SEP000000002001","SEP000000002002",2
                102,1795341640,"2003",0,"2002",17,0,1795341650,0,"SEP000000002003","SEP000000002002",0
                """);
    }

    private Said list(String... more) throws Exception {
        var all = new String[more.length + 3];
        all[0] = "calls";
        all[1] = "list";
        all[2] = "--data=" + data;
        System.arraycopy(more, 0, all, 3, more.length);
        return NodeJava.run(all);
    }

    @Test
    void calls_are_listed_newest_first_and_filtered() throws Exception {
        var all = list();
        assertThat(all.code()).as(all.err()).isZero();
        assertThat(all.out().lines().toList())
                .satisfiesExactly(
                        line -> assertThat(line).contains("2003", "-> 2002", "Not secure", "17 User busy", "(102)"),
                        line -> assertThat(line).contains("2001", "2:05", "Encrypted", "16 Normal call clearing"));

        assertThat(list("--cause=17").out().lines()).hasSize(1);
        assertThat(list("--security=encrypted", "--number=2001").out())
                .contains("(101)")
                .doesNotContain("(102)");
        assertThat(list("--device=SEP000000009999").out()).contains("No record of a call is like this.");
        assertThat(list("--most=1").out().lines()).hasSize(1);
    }

    @Test
    void programs_get_json_or_the_records_themselves() throws Exception {
        assertThat(list("--json", "--cause=17").out()).contains("\"call\":102", "\"number\":\"2003\"");
        assertThat(list("--csv", "--cause=17").out().lines().skip(1).toList())
                .singleElement()
                .asString()
                .startsWith("102,1795341640,\"2003\",0");
    }

    @Test
    void the_signals_of_a_call_are_found_and_printed() throws Exception {
        var directory = Files.createDirectories(data.resolve("trace").resolve("calls"));
        Files.writeString(directory.resolve("calls-000000001.txt"), """
                #|101|2026-11-22T10:00:00Z|2026-11-22T10:02:10Z|2001,2002|SEP000000002001,SEP000000002002
                2026-11-22T10:00:00.000100Z|SEP000000002001|CallManager|OffHook||101|lineInstance=1
                2026-11-22T10:00:00.001600Z|CallManager|call 101|Originate|Dialling|101|digits=2002
                """);

        var found = NodeJava.run("calls", "traces", "--data=" + data, "--number=2002", "--call=101");
        assertThat(found.out()).contains("101-1795341600000", "2001, 2002", "SEP000000002001");
        assertThat(NodeJava.run("calls", "traces", "--data=" + data, "--number=9")
                        .out())
                .contains("No kept call is like this.");

        var ladder = NodeJava.run("calls", "ladder", "--data=" + data, "101-1795341600000");
        assertThat(ladder.out().lines().toList())
                .satisfiesExactly(
                        line -> assertThat(line).contains("0.0", "SEP000000002001", "OffHook lineInstance=1"),
                        line -> assertThat(line).contains("1.5", "Originate digits=2002"));
        var gone = NodeJava.run("calls", "ladder", "--data=" + data, "7-7");
        assertThat(gone.code()).isEqualTo(1);
        assertThat(gone.err()).contains("The signals of call 7-7 are not kept");
    }

    @Test
    void what_is_not_understood_is_said() throws Exception {
        var wrong = list("--from=noon", "--security=very");
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err()).contains("\"noon\" is no time", "\"VERY\" is no security class");

        var nowhere = NodeJava.run("calls", "list", "--data=" + data.resolve("nowhere"));
        assertThat(nowhere.code()).isEqualTo(1);
    }
}
