package org.keyline.node.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code keyline secure} as an administrator and a script type it, killed in the middle and run again. */
@Timeout(500) // a dozen processes
class SecureCommandTest {
    private static final String TOKENS = "the password of both tokens";

    @TempDir
    Path directory;

    private Path passwordFile(String name, String password) throws IOException {
        var file = Files.createFile(
                directory.resolve(name),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.writeString(file, password + "\n");
    }

    private List<String> unattended(LiveNode node, Path user, Path tokens) {
        return List.of(
                "secure",
                "--data=" + node.data(),
                "--yes",
                "--user-password-file=" + user,
                "--token=" + directory.resolve("one.p12"),
                "--token=" + directory.resolve("two.p12"),
                "--password-file=" + tokens,
                "--backup=" + directory.resolve("saved"),
                "--passphrase-file=" + tokens);
    }

    @Test
    void killed_anywhere_and_run_again_it_does_nothing_twice_and_leaves_only_what_needs_somebody() throws Exception {
        try (var node = LiveNode.start(directory.resolve("node"))) {
            var user = passwordFile("user", node.password());
            var arguments = unattended(node, user, passwordFile("tokens", TOKENS));
            for (var moment : List.of("Token 1:", "one.p12: CN=", "Token 2:", "The trust list is signed")) {
                killWhenItSays(moment, arguments, TOKENS, node.password());
            }

            var done = NodeJava.run(arguments.toArray(String[]::new));

            assertThat(done.code()).as(done.out() + done.err()).isEqualTo(1);
            assertThat(done.out())
                    .contains(
                            "[done] The trust list is signed and the cluster is in mixed mode",
                            "[done] Services and phones work by the trust list",
                            "[needs you] The tokens are off this machine",
                            "Still open: 1.")
                    .doesNotContain(TOKENS, node.password());
            carryAway();
            var checked = NodeJava.run("secure", "--data=" + node.data(), "--check", "--user-password-file=" + user);
            assertThat(checked.code()).as(checked.out() + checked.err()).isZero();
            assertThat(checked.out()).contains("All done:");
            var again = NodeJava.run(arguments.toArray(String[]::new));
            assertThat(again.code()).as(again.out() + again.err()).isZero();
            assertThat(again.out()).doesNotContain("CTL File created");
        }
    }

    private void carryAway() throws IOException {
        for (var token : List.of("one.p12", "two.p12")) {
            Files.move(
                    directory.resolve(token),
                    Files.createDirectories(directory.resolve("safe-" + token)).resolve(token));
        }
    }

    /** What everybody on the machine sees of a process. */
    private static String processList(long pid) throws IOException {
        var file = Path.of("/proc", String.valueOf(pid), "cmdline");
        return Files.exists(file) ? Files.readString(file) : "";
    }

    private void killWhenItSays(String moment, List<String> arguments, String... secrets) throws Exception {
        var process =
                NodeJava.command("en", arguments).redirectErrorStream(true).start();
        var said = new ArrayList<String>();
        try (var lines = process.inputReader()) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                said.add(line);
                assertThat(processList(process.pid())).doesNotContain(secrets);
                if (line.contains(moment)) {
                    break;
                }
            }
            process.destroyForcibly();
        }
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("%s", said).isTrue();
    }

    @Test
    void a_check_says_what_is_open_and_a_script_can_read_it() throws Exception {
        try (var node = LiveNode.start(directory.resolve("node"))) {
            var data = "--data=" + node.data();
            var open = NodeJava.run("secure", data, "--check");
            assertThat(open.code()).isEqualTo(1);
            assertThat(open.out())
                    .contains(
                            "[done] The node runs",
                            "[needs you] You are an administrator",
                            "[to do] Two security tokens are ready — 0 of 2",
                            "[to do] The trust list is signed and the cluster is in mixed mode — There is no CTL file",
                            "[not applicable] SRST references");
            var json = NodeJava.run("secure", data, "--json");
            assertThat(json.code()).isEqualTo(1);
            assertThat(json.out())
                    .startsWith("{\"open\":")
                    .contains("{\"id\":\"tokens\",", "\"state\":\"TO_DO\"")
                    .contains("\"waitsFor\":[\"account\",\"tokens\"]");
            assertThat(NodeJava.runIn("ja", "secure", data, "--check").out())
                    .contains("[済] ノードが動いている", "[要対応] 管理者としてサインインしている");

            var wrong = passwordFile("wrong", "this is not the password");
            var refused = NodeJava.run("secure", data, "--check", "--user-password-file=" + wrong);
            assertThat(refused.code()).isEqualTo(1);
            assertThat(refused.out())
                    .contains(
                            "[needs you] You are an administrator — Nobody has signed in, or the password was wrong.");
        }
    }

    @Test
    void without_a_running_node_it_says_how_to_start_one() throws Exception {
        var none = NodeJava.run("secure", "--data=" + directory.resolve("nothing"), "--check");
        assertThat(none.code()).isEqualTo(1);
        assertThat(none.err()).contains("is no node's directory").doesNotContain("\tat ");

        var data = directory.resolve("node");
        try (var node = LiveNode.start(data)) {
            node.kill();
        }
        var stopped = NodeJava.run("secure", "--data=" + data, "--yes");
        assertThat(stopped.code()).isEqualTo(1);
        assertThat(stopped.out())
                .contains(
                        "[needs you] The node runs — No node runs on " + data,
                        "keyline node --data " + data,
                        "(First: The node runs");
        var unknown = NodeJava.run("secure", "--data=" + data, "--check", "--again=nothing");
        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.err()).contains("No step is called nothing.");
    }
}
