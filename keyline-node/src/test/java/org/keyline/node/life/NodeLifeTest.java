package org.keyline.node.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A node's process from its first start to its end, wanted or not. */
@Timeout(120)
class NodeLifeTest {
    private static final List<Integer> TCP = List.of(2000, 2443, 2444, 2445, 3804, 6970, 8443, 9100);

    @TempDir
    Path directory;

    private Path data = Path.of("");

    @BeforeEach
    void nameTheDirectory() {
        data = directory.resolve("not").resolve("there").resolve("yet");
        assertThatCode(() -> Files.createDirectories(data.getParent())).doesNotThrowAnyException();
    }

    @Test
    void a_fresh_directory_is_all_it_needs_and_each_port_has_one_line() throws Exception {
        try (var node = LiveNode.start(data)) {
            var lines = node.log()
                    .lines()
                    .filter(line -> line.contains("Port open"))
                    .toList();

            assertThat(lines).hasSize(TCP.size() + 1);
            for (var port : Map.of(
                            "SCCP", 2000,
                            "SCCP over TLS", 2443,
                            "CAPF", 3804,
                            "TVS", 2445,
                            "CTL Provider", 2444,
                            "TFTP", LiveNode.TFTP,
                            "Phone files (HTTP)", 6970,
                            "HTTPS", 8443,
                            "Metrics", 9100)
                    .entrySet()) {
                var at = node.at(port.getValue());
                assertThat(lines)
                        .filteredOn(line -> line.contains("port=\"" + port.getKey() + "\" address=\""
                                + at.getHostString() + ":" + at.getPort() + "\""))
                        .as(port.getKey())
                        .hasSize(1);
            }
            assertThat(node.log()).doesNotContain("WARN", "ERROR", "Exception");
        }
    }

    @Test
    void what_it_keeps_is_its_owners_alone() throws Exception {
        try (var node = LiveNode.start(data)) {
            var modes = modes(node.data());

            assertThat(modes).containsEntry("", "rwx------").containsEntry("keyline.db", "rw-------");
            assertThat(modes).containsEntry("certificates/callmanager.pem", "rw-------");
            modes.forEach((name, mode) -> {
                if (!name.matches(".*\\.(cer|0)")) {
                    assertThat(mode).as(name).matches("rw[x-]------");
                }
                if (name.matches(".*\\.(cer|0)")) {
                    assertThat(mode)
                            .as("a certificate, which nobody edits: " + name)
                            .isEqualTo("r--r--r--");
                }
            });
        }
    }

    @Test
    void the_first_password_is_shown_once_and_never_logged() throws Exception {
        String password;
        var address = LiveNode.anywhere();
        try (var first = LiveNode.start(data, address)) {
            password = first.password();
            assertThat(password).hasSize(16);
            assertThat(first.log()).doesNotContain(password);
            try (var web = AdminWeb.signIn(first, password)) {
                assertThat(web.get("/phones").statusCode()).isEqualTo(200);
            }
            assertThat(first.stop()).isZero();
            assertThat(first.log()).doesNotContain(password);
        }
        try (var second = LiveNode.start(data, address)) {
            assertThat(second.out()).isEmpty();
            assertThat(second.log()).doesNotContain(password);
            try (var web = AdminWeb.signIn(second, password)) {
                assertThat(web.get("/phones").statusCode()).isEqualTo(200);
            }
        }
        assertThat(filesWith(data, password)).as("files that hold the password").isEmpty();
    }

    @Test
    void no_key_is_logged() throws Exception {
        try (var node = LiveNode.start(data)) {
            var secrets = new ArrayList<String>();
            try (var keys = Files.newDirectoryStream(data.resolve("certificates"), "*.pem")) {
                for (var key : keys) {
                    secrets.addAll(Files.readAllLines(key).stream()
                            .filter(line -> line.length() > 40 && !line.contains("-----"))
                            .toList());
                }
            }

            assertThat(secrets).hasSizeGreaterThan(20);
            assertThat(node.log() + node.out()).doesNotContain(secrets).doesNotContain("PRIVATE KEY");
        }
    }

    @Test
    void sigterm_ends_it_cleanly_with_all_ports_free() throws Exception {
        try (var node = LiveNode.start(data)) {
            assertThat(node.stop()).isZero();

            for (int port : TCP) {
                try (var free = new ServerSocket()) {
                    free.setReuseAddress(true);
                    free.bind(node.at(port));
                }
            }
            new DatagramSocket(node.at(LiveNode.TFTP)).close();
            assertThat(node.log().strip()).endsWith("Keyline has stopped");
            assertThat(node.log()).doesNotContain("WARN", "ERROR", "Exception");
        }
    }

    @RepeatedTest(2)
    void kill_9_in_a_stream_of_changes_loses_none_that_was_acknowledged() throws Exception {
        var acknowledged = new ArrayList<String>();
        var node = LiveNode.start(data);
        var password = node.password();
        var many = new CountDownLatch(25);
        var stream = CompletableFuture.runAsync(() -> adoptUntilItDies(node, password, acknowledged, many));
        assertThat(many.await(60, TimeUnit.SECONDS))
                .as("25 changes acknowledged")
                .isTrue();
        node.kill();
        stream.get(60, TimeUnit.SECONDS);

        try (var again = LiveNode.start(data)) {
            var export = NodeJava.run("config", "export", "--data=" + data).out();

            assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(25);
            assertThat(export).contains(acknowledged);
            assertThat(again.log()).doesNotContain("WARN", "ERROR", "Exception");
            assertThat(count(export, "- name: SEP"))
                    .as("phones, each with its line")
                    .isEqualTo(count(export, "- number: "));
        }
    }

    private static void adoptUntilItDies(
            LiveNode node, String password, List<String> acknowledged, CountDownLatch many) {
        try (var web = AdminWeb.signIn(node, password)) {
            for (int i = 0; ; i++) {
                var device = String.format(Locale.ROOT, "SEP0000000%05X", i);
                if (web.adopt(device, Integer.toString(20_000 + i)).body().contains(device + " is now")) {
                    acknowledged.add(device);
                    many.countDown();
                }
            }
        } catch (IOException _) {
            // It was killed in the middle of a request.
        } catch (Exception e) {
            throw new AssertionError("before it was killed", e);
        }
    }

    @Test
    void kill_9_of_an_import_leaves_all_of_it_or_nothing() throws Exception {
        try (var node = LiveNode.start(data)) {
            int phones = 3000;
            var file = Files.writeString(directory.resolve("many.yaml"), ManyPhones.yaml(phones));
            for (int kill = 0; kill < 3; kill++) {
                var running = NodeJava.command("en", List.of("config", "import", "--data=" + data, file.toString()))
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
                var _ = running.waitFor(1500 + 700 * kill, TimeUnit.MILLISECONDS);
                running.destroyForcibly().waitFor();

                var export = NodeJava.run("config", "export", "--data=" + data).out();
                assertThat(count(export, "- name: SEP")).isIn(0, phones);
            }
            assertThat(NodeJava.run("config", "import", "--data=" + data, file.toString())
                            .code())
                    .isZero();
            assertThat(node.log()).doesNotContain("ERROR");
        }
    }

    @Test
    void a_second_node_on_the_same_directory_is_refused_by_name() throws Exception {
        try (var first = LiveNode.start(data)) {
            var second = NodeJava.run("node", "--data=" + data, "--bind=127.0.0.1");

            assertThat(second.code()).isEqualTo(1);
            assertThat(second.err())
                    .isEqualTo(
                            "keyline: Another node runs on " + data + ". Stop it, or give this one its own --data.\n");
            assertThat(first.log()).doesNotContain("ERROR");
        }
    }

    @Test
    void a_taken_port_is_named_with_what_mends_it_and_the_others_run() throws Exception {
        var address = LiveNode.anywhere();
        try (var _ = new ServerSocket(3804, 1, address);
                var node = LiveNode.begin(data, address)) {
            node.awaitLog("Keyline is ready");

            assertThat(node.log())
                    .contains("CAPF cannot listen on " + address.getHostAddress() + ":3804")
                    .contains("another program has this port")
                    .contains("ss -lnptu sport = :3804")
                    .contains("It tries again in 60 s")
                    .doesNotContain("\tat ");
            assertThat(node.log().lines().filter(line -> line.contains("ERROR")))
                    .hasSize(1);
            assertThat(node.log()).contains("Service started service=\"Cisco CallManager\"");
        }
    }

    @Test
    void a_taken_web_port_and_a_foreign_address_are_named_as_well() throws Exception {
        var address = LiveNode.anywhere();
        try (var _ = new ServerSocket(8443, 1, address);
                var node = LiveNode.begin(data, address)) {
            node.awaitLog("Keyline is ready");
            assertThat(node.log())
                    .contains("HTTPS cannot listen on " + address.getHostAddress() + ":8443")
                    .contains("another program has this port")
                    .doesNotContain("\tat ");
        }
        var documentation = java.net.InetAddress.getByName("192.0.2.1");
        try (var node = LiveNode.begin(data, documentation)) {
            node.awaitLog("Keyline is ready");
            assertThat(node.log()).contains("this machine has no such address").doesNotContain("\tat ");
        }
    }

    @Test
    void a_directory_that_cannot_be_made_is_named() throws Exception {
        var file = Files.writeString(directory.resolve("file"), "in the way");

        assertRefused(file, file + " exists and is not a directory");
        assertRefused(file.resolve("below"), file.toString());
        assertRefused(Path.of("/proc/keyline"), "/proc/keyline");
    }

    private static void assertRefused(Path place, String expected) throws Exception {
        var said = NodeJava.run("node", "--data=" + place, "--bind=127.0.0.1");
        assertThat(said.code()).as(said.err()).isEqualTo(1);
        assertThat(said.err()).startsWith("keyline: ").contains(expected).doesNotContain("\tat ");
        assertThat(said.err().lines()).hasSize(1);
    }

    @Test
    void a_full_disk_refuses_changes_and_nothing_else_and_mends_itself() throws Exception {
        try (var node = LiveNode.start(data);
                var web = AdminWeb.signIn(node, node.password())) {
            assertThat(web.adopt("SEP000000000001", "2001").statusCode()).isEqualTo(200);
            limitFiles(node, "20000");

            var refused = web.adopt("SEP000000000002", "2002");
            assertThat(refused.statusCode()).isEqualTo(507);
            assertThat(refused.body())
                    .contains("could not be stored", "make room")
                    .doesNotContain("SEP000000000002 is now");
            assertThat(node.log())
                    .contains("The configuration cannot be written", "SQLITE_")
                    .doesNotContain("\tat ");
            assertThat(web.get("/phones").body()).contains("SEP000000000001");

            limitFiles(node, "unlimited");
            assertThat(web.adopt("SEP000000000003", "2003").statusCode()).isEqualTo(200);
            var export = NodeJava.run("config", "export", "--data=" + data).out();
            assertThat(export).contains("SEP000000000001", "SEP000000000003").doesNotContain("SEP000000000002");
        }
    }

    /**
     * The largest file the running node may write from now on, in bytes: what is beyond is refused as on a full disk.
     */
    private static void limitFiles(LiveNode node, String bytes) throws Exception {
        var said = Said.by(new ProcessBuilder("prlimit", "--pid=" + node.pid(), "--fsize=" + bytes + ":unlimited"));
        assertThat(said.code()).as(said.err()).isZero();
    }

    private static Map<String, String> modes(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.collect(Collectors.toMap(
                    file -> root.relativize(file).toString(), NodeLifeTest::mode, (one, _) -> one, TreeMap::new));
        }
    }

    private static String mode(Path file) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Path> filesWith(Path root, String text) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> read(file).contains(text))
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static int count(String text, String part) {
        return text.split(java.util.regex.Pattern.quote(part), -1).length - 1;
    }
}
