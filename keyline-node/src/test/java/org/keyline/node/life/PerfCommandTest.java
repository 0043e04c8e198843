package org.keyline.node.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.keyline.spec.Spec;

/** {@code keyline show perf} as an operator types it. */
@Timeout(300)
class PerfCommandTest {
    @TempDir
    Path directory;

    private static Said perf(String... words) throws Exception {
        var all = new String[words.length + 2];
        all[0] = "show";
        all[1] = "perf";
        System.arraycopy(words, 0, all, 2, words.length);
        return NodeJava.run(all);
    }

    @Test
    @Spec("SEC-24")
    void show_perf_prints_the_counters_of_the_running_node() throws Exception {
        var data = directory.resolve("node");
        try (var node = LiveNode.start(data)) {
            assertThat(node.log())
                    .contains("port=\"Metrics\" address=\"" + node.address().getHostAddress() + ":9100\"");

            var all = perf("--data=" + data);
            assertThat(all.code()).as(all.err()).isZero();
            assertThat(all.out())
                    .containsPattern("(?m)^- Perf class \\(Cisco CallManager\\)$")
                    .containsPattern("(?m)^AuthenticatedPartiallyRegisteredPhone *= 0$")
                    .containsPattern("(?m)^- Perf class \\(Cisco TFTP\\)$")
                    .containsPattern("(?m)^BuildSignCount *= 0$");

            assertThat(perf("query", "class", "--data=" + data, "TFTP server").out())
                    .isEqualTo("""
                            ==>query class:
                            - Perf class (Cisco TFTP)
                            has values:
                            BuildSignCount = 0
                            EncryptCount   = 0
                            """);
            var one = perf("query", "counter", "--data=" + data, "Cisco CallManager", "encryptedcallsactive");
            assertThat(one.out()).endsWith("has values:\nEncryptedCallsActive = 0\n");
            var none = perf("query", "counter", "--data=" + data, "Cisco CallManager", "Slices");
            assertThat(none.code()).isEqualTo(2);
            assertThat(none.err()).contains("has no counter called \"Slices\"");
            node.stop();
        }
        var stopped = perf("--data=" + data);
        assertThat(stopped.code()).isEqualTo(1);
        assertThat(stopped.err()).contains("No node runs on " + data);
    }

    @Test
    void what_counters_there_are_is_known_without_a_node() throws Exception {
        assertThat(perf("list", "classes").out()).isEqualTo("""
                ==>list classes:
                 - Cisco CallManager
                 - Cisco TFTP
                 - Cisco SW Conference Bridge Device
                 - Cisco MOH Device
                 - Cisco Annunciator Device
                 - Cisco MTP Device
                """);
        assertThat(perf("list", "counters", "Cisco Unified Communications Manager")
                        .out())
                .contains(" - EncryptedRegisteredPhones\n     Phones that are registered as encrypted.");
        var unknown = perf("list", "counters", "Toaster");
        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.err()).contains("no class of counters called \"Toaster\"");
        assertThat(perf().code()).isEqualTo(2);
        assertThat(NodeJava.runIn("ja", "show", "perf", "list", "counters", "Cisco TFTP")
                        .out())
                .contains("電話機用ファイル");
    }

    @Test
    void where_another_program_has_the_port_calls_go_on_and_the_command_says_so() throws Exception {
        var data = directory.resolve("node");
        var address = LiveNode.anywhere();
        try (var _ = new ServerSocket(9100, 1, address);
                var node = LiveNode.start(data, address)) {
            assertThat(node.log())
                    .contains("Metrics cannot listen on " + address.getHostAddress()
                            + ":9100: another program has this port")
                    .contains("port=\"SCCP\"");
        }
        try (var node = LiveNode.start(data, address, "--metrics-port=9101")) {
            assertThat(node.log()).contains(":9101");
            assertThat(perf("--data=" + data).out()).contains("CallsInProgress");
        }
    }
}
