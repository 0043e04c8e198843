package org.keyline.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyline.lab.load.LoadCommand;
import org.keyline.lab.trust.Certificates;
import org.keyline.lab.trust.TestAuthority;
import picocli.CommandLine;

class LoadCommandTest {
    private final StringWriter out = new StringWriter();

    @ParameterizedTest
    @ValueSource(strings = {"--digits", "--talk=50"})
    void every_call_is_counted_and_the_server_measured(String option) throws Exception {
        try (var server = new ScriptedServer(false)) {
            int exit = run(
                    server,
                    "--phones=2",
                    "--calls-per-second=2",
                    "--duration=3",
                    "--warm-up=0",
                    "--server-pid=" + ProcessHandle.current().pid(),
                    option);

            assertThat(exit).as(out.toString()).isZero();
            assertThat(out.toString())
                    .contains("\"registered\": 2")
                    .contains("\"completed\": 6")
                    .contains("\"failed\": 0")
                    .contains("serverCpuMsEach")
                    .contains("\"p99Ms\"");
        }
    }

    @Test
    void phones_that_are_rejected_are_not_counted_as_registered() throws Exception {
        try (var server = new ScriptedServer(false)) {
            server.rejectsWith("Unknown device");

            assertThat(run(server, "--phones=3")).isEqualTo(1);
            assertThat(out.toString()).contains("\"registered\": 0").contains("\"rejected: Unknown device\": 3");
        }
    }

    @Test
    void calls_without_the_keys_they_should_have_are_failures() throws Exception {
        try (var server = new ScriptedServer(true)) {
            assertThat(run(server, "--phones=2", "--calls-per-second=1", "--duration=1", "--warm-up=0"))
                    .isEqualTo(1);
            assertThat(out.toString()).contains("keys over a connection without TLS");
        }
    }

    @Test
    void bare_handshakes_are_measured_in_a_process_of_their_own(@TempDir Path directory) throws Exception {
        var authority = TestAuthority.named("CAPF");
        Files.write(
                directory.resolve("ca.crt"),
                Certificates.der(authority.certificate()).toArray());
        Files.write(directory.resolve("ca.key"), authority.keys().getPrivate().getEncoded());
        try (var server = new ScriptedServer(false)) {
            run(
                    server,
                    "--phones=1",
                    "--tls",
                    "--window=4",
                    "--ca-cert=" + directory.resolve("ca.crt"),
                    "--ca-key=" + directory.resolve("ca.key"),
                    "--baseline-handshake=50");

            assertThat(out.toString()).contains("\"handshakes\": 50").contains("serverCpuMsEach");
        }
    }

    private int run(ScriptedServer server, String... options) {
        var arguments =
                new ArrayList<>(List.of("--server=127.0.0.1:" + server.address().getPort()));
        arguments.addAll(List.of(options));
        return new CommandLine(new LoadCommand())
                .setOut(new PrintWriter(out, true))
                .execute(arguments.toArray(String[]::new));
    }
}
