package org.keyline.node.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.keyline.lab.files.FileAnswer;
import org.keyline.lab.files.TftpClient;
import org.keyline.spec.Spec;

/** The commands beside {@code node}, each as the administrator types it, on the directory of a running node. */
@Timeout(120)
class CommandsTest {
    private static final String SMALL = """
            keyline: 1
            lines:
              - {number: "2001", alertingName: Alice}
            phones:
              - name: SEP00DA7A0A11CE
                model: "7962"
                lines:
                  - {line: "2001"}
            """;

    @TempDir
    static Path directory;

    private static @Nullable LiveNode running;

    @BeforeAll
    static void start() throws IOException {
        running = LiveNode.start(directory.resolve("node"));
    }

    @AfterAll
    static void stop() {
        node().close();
    }

    private static LiveNode node() {
        return Objects.requireNonNull(running);
    }

    private static String data() {
        return "--data=" + node().data();
    }

    @Test
    void what_is_exported_can_be_imported_again_without_a_change() throws Exception {
        var file = Files.writeString(directory.resolve("small.yaml"), SMALL);
        assertThat(NodeJava.run("config", "import", data(), file.toString()).out())
                .startsWith("Imported " + file + ": ");

        var all = directory.resolve("all.yaml");
        var exported = NodeJava.run("config", "export", data(), all.toString());
        assertThat(exported.out()).isEqualTo("Exported to " + all + ".\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(all)))
                .isEqualTo("rw-------");
        assertThat(NodeJava.run("config", "export", data()).out()).isEqualTo(Files.readString(all));

        var again = NodeJava.run("config", "import", "--replace", data(), all.toString());
        assertThat(again.code()).as(again.err()).isZero();
        assertThat(again.out()).startsWith("Imported " + all + ": 0 added, 0 changed, 0 removed.");
    }

    @Test
    void an_import_ends_when_the_running_node_goes_by_it() throws Exception {
        for (int i = 0; i < 3; i++) {
            var device = "SEP00DA7A00000" + i;
            var file = Files.writeString(
                    directory.resolve("one.yaml"),
                    "keyline: 1\nphones:\n  - {name: " + device + ", model: \"7962\"}\n");
            assertThat(NodeJava.run("config", "import", data(), file.toString()).code())
                    .isZero();

            assertThat(new TftpClient(node().at(LiveNode.TFTP)).fetch(device + ".cnf.xml"))
                    .isInstanceOf(FileAnswer.Found.class);
        }
    }

    @Test
    void each_error_of_a_file_names_its_line_and_what_would_be_right() throws Exception {
        var before = NodeJava.run("config", "export", data()).out();
        var file = Files.writeString(directory.resolve("bad.yaml"), """
                keyline: 1
                lines:
                  - {number: "2009"}
                phones:
                  - name: SEP00DA7A000BAD
                    model: "7962"
                    securityMode: SECRET
                    lines:
                      - {line: "2009"}
                  - name: nothing like a phone
                    model: "7962"
                """);

        var said = NodeJava.run("config", "import", data(), file.toString());

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.err())
                .containsPattern("bad.yaml: line 7, .*NON_SECURE.*AUTHENTICATED.*ENCRYPTED")
                .containsPattern("bad.yaml: line 10, .*1 to 15 characters are right")
                .contains("Nothing was imported: 2 problem(s).");
        assertThat(NodeJava.run("config", "export", data()).out()).isEqualTo(before);
    }

    @Test
    void a_file_that_is_no_yaml_or_not_there_is_refused() throws Exception {
        var file = Files.writeString(directory.resolve("broken.yaml"), "keyline: 1\nphones: [\n");
        var broken = NodeJava.run("config", "import", data(), file.toString());
        assertThat(broken.code()).isEqualTo(1);
        assertThat(broken.err()).contains("broken.yaml", "Nothing was imported").doesNotContain("\tat ");

        var missing = NodeJava.run("config", "import", data(), "/nowhere/at-all.yaml");
        assertThat(missing.code()).isEqualTo(1);
        assertThat(missing.err()).isEqualTo("keyline: /nowhere/at-all.yaml: there is no such file or directory.\n");
    }

    @Test
    void a_directory_without_a_node_is_refused_and_left_alone() throws Exception {
        var empty = Files.createDirectory(directory.resolve("empty"));

        var said = NodeJava.run("config", "export", "--data=" + empty);

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.err())
                .isEqualTo("keyline: " + empty
                        + " is no node's directory. Start a node there first: keyline node --data " + empty + "\n");
        assertThat(empty).isEmptyDirectory();
    }

    /** OpenSC's module is there, the service it asks for readers is not. */
    @Test
    @Spec({"CTL3-31", "CTL9-08"})
    void without_the_smart_card_service_no_token_is_used_and_the_service_to_start_is_named() throws Exception {
        var password = passwordFile("a good password");
        var module = openSc();
        var update = withoutSmartCardService(
                "en", "ctl", "update", data(), "--token=pkcs11:" + module + "#0", "--password-file=" + password);
        var list = withoutSmartCardService("en", "token", "list", "--module=" + module);
        var japanese = withoutSmartCardService("ja", "token", "list", "--module=" + module);

        for (var said : List.of(update, list)) {
            assertThat(said.code()).isEqualTo(1);
            assertThat(said.err())
                    .contains(module + " sees no token reader", "systemctl enable --now pcscd", "An upgrade")
                    .doesNotContain("\tat ");
        }
        assertThat(japanese.err()).contains("スマート カード サービス", "systemctl enable --now pcscd");
        assertThat(NodeJava.run("token", "list", "--module=/nowhere/token.so").err())
                .contains("There is no PKCS #11 module /nowhere/token.so");
    }

    private static Path openSc() throws IOException {
        try (var found = Files.find(Path.of("/usr/lib"), 2, (file, _) -> file.endsWith("opensc-pkcs11.so"))) {
            return found.findFirst().orElseThrow(() -> new IOException("OpenSC is not installed (package opensc)"));
        }
    }

    private static Said withoutSmartCardService(String language, String... arguments) throws Exception {
        var command = NodeJava.command(language, List.of(arguments));
        command.environment()
                .put("PCSCLITE_CSOCK_NAME", directory.resolve("no-pcscd").toString());
        return Said.by(command);
    }

    @Test
    void two_tokens_sign_the_trust_list_and_set_mixed_mode() throws Exception {
        var password = passwordFile("a good password");
        var one = token("one.p12", password);
        var two = token("two.p12", password);

        var single = NodeJava.run("ctl", "update", data(), "--token=" + one, "--password-file=" + password);
        assertThat(single.code()).isEqualTo(1);
        assertThat(single.err()).isNotBlank().doesNotContain("\tat ");

        var said = NodeJava.run(
                "ctl",
                "update",
                data(),
                "--mode=mixed",
                "--token=" + one,
                "--token=" + two,
                "--password-file=" + password);

        assertThat(said.code()).as(said.err()).isZero();
        assertThat(said.out()).contains("CTLFile.tlv", "The cluster is in", "Restart the Cisco CallManager");
        assertThat(node().data().resolve("tftp").resolve("CTLFile.tlv")).isNotEmptyFile();

        var mode =
                NodeJava.run("ctl", "update", data(), "--mode=secret", "--token=" + one, "--password-file=" + password);
        assertThat(mode.code()).isEqualTo(2);
        assertThat(mode.err()).contains("secret").contains("mixed", "non-secure");
    }

    @Test
    @Spec({"CTL9-13", "CTL9-M011"})
    void the_ctl_client_without_a_terminal_points_to_its_flags() throws Exception {
        var english = NodeJava.run("ctl");

        assertThat(english.code()).isEqualTo(1);
        assertThat(english.err()).contains("Cannot run CTL Client from Terminal Services", "keyline ctl run --help");
    }

    @Test
    @Spec({"CTL3-20", "CTL3-19", "CTL9-50", "CTL3-68", "CTL9-31", "CTL3-33"})
    @Timeout(400) // a node of its own and a dozen processes
    void the_ctl_client_reaches_a_running_node_by_its_port() throws Exception {
        var tokens = passwordFile("the password of both tokens");
        var first = token("first.p12", tokens);
        var second = token("second.p12", tokens);
        try (var node = LiveNode.start(directory.resolve("of-its-own"))) {
            var shown = NodeJava.run("admin", "password", "--data=" + node.data())
                    .out()
                    .strip()
                    .replaceAll(".* ", "");
            var server = "--server=" + node.at(2444).getHostString();
            var user = "--user-password-file=" + passwordFile(shown);

            var unconfirmed = NodeJava.run("ctl", "run", server, "--user=admin", user);
            assertThat(unconfirmed.code()).isEqualTo(1);
            assertThat(unconfirmed.err()).contains("was not confirmed yet");
            var fingerprint = unconfirmed.err().replaceAll("(?s).*--fingerprint ([0-9A-F:]+).*", "$1");
            var done = NodeJava.run(
                    "ctl",
                    "run",
                    server,
                    "--user=admin",
                    user,
                    "--fingerprint=" + fingerprint,
                    "--mode=mixed",
                    "--sign=" + first,
                    "--add=" + first,
                    "--add=" + second,
                    "--password-file=" + tokens);

            assertThat(done.code()).as(done.err() + done.out()).isZero();
            assertThat(done.out())
                    .contains("CTL File created successfully.", "You must restart all the CallManager and TFTP nodes")
                    .doesNotContain(shown);
            var present = NodeJava.run("ctl", "run", server, "--user=admin", user);
            assertThat(present.out())
                    .contains("MIXED mode, CTL file of", "MD5 ", "CCM+TFTP", "CN=second.p12")
                    .contains("to be restarted: Cisco CallManager, Cisco Tftp; devices to be reset: 0");
            NodeJava.run("ctl", "run", server, "--user=admin", user, "--restart");
            var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
            while (present.out().contains("to be restarted") && System.nanoTime() < deadline) {
                present = NodeJava.run("ctl", "run", server, "--user=admin", user);
            }
            assertThat(present.out()).doesNotContain("to be restarted").contains("MIXED mode");
        }
    }

    private static Path token(String name, Path password) throws Exception {
        var file = directory.resolve(name);
        var said = NodeJava.run("token", "init", file.toString(), "--name", name, "--password-file=" + password);
        assertThat(said.code()).as(said.err()).isZero();
        assertThat(said.out()).contains(name, "Keep it and its password off this machine");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        return file;
    }

    private static Path passwordFile(String password) throws IOException {
        var file = directory.resolve("password-" + password.length());
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.writeString(file, password + "\n");
    }

    @Test
    @Spec("CTL9-35")
    void a_token_shows_its_certificate_and_how_many_passwords_it_still_bears() throws Exception {
        var password = passwordFile("another good password");
        var file = token("shown.p12", password);

        assertThat(NodeJava.run("token", "list", file.toString()).out()).contains(file.toString(), "CN=shown.p12");
        assertThat(NodeJava.run("token", "show", file.toString()).out())
                .contains("CN=shown.p12", "Issued ", "Expires ", "SHA-256 ", "16 left before");
        var wrong = NodeJava.run(
                "token",
                "passwd",
                file.toString(),
                "--password-file=" + passwordFile("wrong password"),
                "--new-password-file=" + password);
        assertThat(wrong.code()).isEqualTo(1);
        assertThat(wrong.err())
                .startsWith("keyline: The password does not open")
                .doesNotContain("\tat ");
        assertThat(NodeJava.run("token", "show", file.toString()).out()).contains("15 left before");
        assertThat(NodeJava.runIn("ja", "token", "show", file.toString()).out()).contains("残りの試行回数  15");
    }

    @Test
    void a_token_is_never_overwritten_and_its_name_is_its_own() throws Exception {
        var password = passwordFile("of these tokens");
        var subjects = new HashSet<String>();
        for (var name : List.of("left.p12", "right.p12")) {
            var file = directory.resolve(name);
            var made = NodeJava.run("token", "init", file.toString(), "--password-file=" + password);
            assertThat(made.out()).contains("CN=SAST-");
            subjects.add(NodeJava.run("token", "list", file.toString()).out().replace(name, ""));
            var again = NodeJava.run("token", "init", file.toString(), "--password-file=" + password);
            assertThat(again.code()).isEqualTo(1);
            assertThat(again.err()).contains(file + " exists already and stays as it is. Name another file.");
        }
        assertThat(subjects).hasSize(2);
    }

    @Test
    @Spec({"CTL9-02", "CTL9-03"})
    void a_token_made_without_a_password_has_the_delivered_one_until_it_is_changed() throws Exception {
        var file = directory.resolve("delivered.p12");
        var none = passwordFile("");
        var made = NodeJava.run("token", "init", file.toString(), "--password-file=" + none);
        assertThat(made.out()).contains("Its password is Cisco123", "keyline token passwd " + file);
        var delivered = passwordFile("Cisco123");
        var password = passwordFile("a password of my own");

        var refused = NodeJava.run("ctl", "update", data(), "--token=" + file, "--password-file=" + delivered);
        assertThat(refused.code()).isEqualTo(1);
        var unfit = NodeJava.run(
                "token",
                "passwd",
                file.toString(),
                "--password-file=" + delivered,
                "--new-password-file=" + passwordFile("short"));
        assertThat(unfit.code()).isEqualTo(1);
        assertThat(unfit.err()).contains("is not fit for a token. It has fewer than 8 characters");
        assertThat(unfit.out()).contains("Password tips:", "8 to 64 characters");
        var changed = NodeJava.run(
                "token", "passwd", file.toString(), "--password-file=" + delivered, "--new-password-file=" + password);
        assertThat(changed.code()).as(changed.err()).isZero();
        assertThat(NodeJava.run("token", "passwd", file.toString(), "--tips").out())
                .contains("Password tips:");
    }

    @Test
    void passwords_come_from_a_terminal_or_from_a_file_of_the_owners_only() throws Exception {
        var password = passwordFile("yet another good password");
        var file = token("guarded.p12", password);

        assertThat(NodeJava.run("token", "passwd", file.toString()).err()).contains("give --password-file");
        var open = Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(NodeJava.run("token", "passwd", file.toString(), "--password-file=" + open)
                        .err())
                .contains("can be read by others", "chmod 600 " + open);
    }

    @Test
    void an_administrators_new_password_is_shown_once_and_works_at_once() throws Exception {
        var said = NodeJava.run("admin", "password", data());

        assertThat(said.out()).startsWith("New password of admin, shown only now: ");
        var password = said.out().strip().replaceAll(".* ", "");
        try (var web = AdminWeb.signIn(node(), password)) {
            assertThat(web.get("/phones").statusCode()).isEqualTo(200);
        }
        assertThat(node().log()).doesNotContain(password);
    }

    @Test
    void wrong_usage_ends_with_2_and_the_usage() throws Exception {
        for (var arguments :
                new String[][] {{}, {"config"}, {"bogus"}, {"node"}, {"config", "import"}, {"token", "init"}}) {
            var said = NodeJava.run(arguments);
            assertThat(said.code()).as(String.join(" ", arguments)).isEqualTo(2);
            assertThat(said.err()).contains("Usage: keyline");
        }
        var port = NodeJava.run("node", "--data=" + directory.resolve("unused"), "--web-port=99999");
        assertThat(port.code()).isEqualTo(2);
        assertThat(port.err()).contains("99999 is not a port");
        assertThat(directory.resolve("unused")).doesNotExist();
    }

    @Test
    void help_names_every_command_in_both_languages() throws Exception {
        var english = NodeJava.run("--help");
        assertThat(english.code()).isZero();
        assertThat(english.out()).contains("node", "config", "token", "ctl", "admin", "Run a server");
        assertThat(NodeJava.runIn("ja", "--help").out())
                .contains("node", "config", "token", "ctl", "admin", "サーバーを動かす");
        assertThat(NodeJava.runIn("ja", "config", "export", "--data=/nowhere").err())
                .contains("ノードのディレクトリではありません");
    }
}
