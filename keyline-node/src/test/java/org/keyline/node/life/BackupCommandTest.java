package org.keyline.node.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.keyline.spec.Spec;
import org.keyline.trust.certificate.Certificates;

/**
 * {@code keyline backup} as an administrator types it: on a running node, on a fresh machine, killed, with a full disk.
 */
@Timeout(600) // a dozen processes
class BackupCommandTest {
    private static final String PASSPHRASE = "staple battery horse correct";
    private static final int BIG = 256 << 20;

    @TempDir
    Path directory;

    private Path data;
    private String passphrase;

    @BeforeEach
    void prepare() throws IOException {
        data = directory.resolve("node");
        passphrase = "--passphrase-file=" + owned("passphrase", PASSPHRASE);
    }

    private Path owned(String name, String content) throws IOException {
        var file = Files.createFile(
                directory.resolve(name),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.writeString(file, content + "\n");
    }

    private Path file() {
        return directory.resolve("one.klb");
    }

    private Said create(String... more) throws Exception {
        var arguments = new ArrayList<>(List.of("backup", "create", "--data=" + data, passphrase));
        arguments.addAll(List.of(more));
        return NodeJava.run(arguments.toArray(String[]::new));
    }

    private static Said done(Said said) {
        assertThat(said.code()).as(said.out() + said.err()).isZero();
        return said;
    }

    private static String refused(Said said) {
        assertThat(said.code()).as(said.out()).isEqualTo(1);
        assertThat(said.err()).startsWith("keyline: ").doesNotContain("\tat ", PASSPHRASE);
        return said.err();
    }

    private static String ownSecret(Path root) throws IOException {
        var pem = Files.readAllLines(root.resolve("certificates").resolve("callmanager.pem"));
        return pem.get(5);
    }

    @Test
    @Spec("BR-01")
    void a_running_nodes_backup_is_shown_verified_and_restored_on_a_machine_that_had_none() throws Exception {
        try (var node = LiveNode.start(data)) {
            var made = done(create("--to=" + file()));
            assertThat(made.out()).contains("Saved in " + file()).doesNotContain(PASSPHRASE);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                    .isEqualTo("rw-------");
            var sealed = Files.readString(file(), StandardCharsets.ISO_8859_1);
            assertThat(sealed).doesNotContain(PASSPHRASE, ownSecret(data), "PRIVATE KEY", "SQLite", "cm1");
            assertThat(node.log()).doesNotContain(PASSPHRASE);

            var running = NodeJava.run("backup", "restore", file().toString(), "--data=" + data, passphrase);
            assertThat(refused(running)).contains("Another node runs on " + data);
        }
        var shown = done(NodeJava.run("backup", "show", file().toString(), passphrase));
        assertThat(shown.out())
                .contains("Node         cm1", "Keyline 0.1.0", "certificates/callmanager.pem", "keyline.db")
                .doesNotContain("node.lock", "running", "keyline.db-wal");
        assertThat(done(NodeJava.run("backup", "show", file().toString(), passphrase, "--json"))
                        .out())
                .contains("\"node\":\"cm1\"", "\"mode\":\"NON_SECURE\"", "\"path\":\"keyline.db\"", "\"sha256\":\"");
        assertThat(done(NodeJava.run("backup", "verify", file().toString(), passphrase))
                        .out())
                .contains("is whole: node cm1");
        assertThat(done(NodeJava.runIn("ja", "backup", "verify", file().toString(), passphrase))
                        .out())
                .contains("は完全です");

        var fresh = directory.resolve("fresh");
        var restored = done(NodeJava.run("backup", "restore", file().toString(), "--data=" + fresh, passphrase));
        assertThat(restored.out())
                .contains("with its certificates and keys", "1. Start the node", "--undo --data " + fresh);
        assertThat(ownSecret(fresh)).isEqualTo(ownSecret(data));
        try (var again = LiveNode.start(fresh)) {
            assertThat(again.out()).as("the accounts came back").doesNotContain("password");
            assertThat(again.log()).doesNotContain("Certificate created", "ERROR");
        }
    }

    @Test
    @Spec({"BR-06", "BR-08", "BR-14", "BR-15"})
    void on_a_machine_in_place_of_another_the_ctl_client_is_there_and_updates_the_file_with_a_trusted_token()
            throws Exception {
        var tokens = Files.createDirectory(directory.resolve("tokens"));
        var address = LiveNode.anywhere();
        String account;
        try (var node = LiveNode.start(data, address)) {
            account = "--user-password-file=" + owned("account", node.password());
            MixedMode.of(node, tokens);
            done(create("--to=" + file()));
        }
        var fresh = directory.resolve("fresh");
        var restore = new ArrayList<>(
                List.of("backup", "restore", file().toString(), "--data=" + fresh, passphrase, "--new-identity"));
        assertThat(refused(NodeJava.run(restore.toArray(String[]::new))))
                .contains("Show 1 with --token", "CN=SAST-", "--without-tokens");
        assertThat(fresh).doesNotExist();
        restore.add("--token=" + tokens.resolve("two.p12"));
        assertThat(done(NodeJava.run(restore.toArray(String[]::new))).out())
                .contains("Update the CTL file", "Do not choose a security mode there: the mode (MIXED) came back");

        try (var _ = LiveNode.start(fresh, address)) {
            assertThat(ownSecret(fresh)).isNotEqualTo(ownSecret(data));
            var open = NodeJava.run("secure", "--data=" + fresh, "--check", account);
            assertThat(open.out()).contains("The node was restored from a backup of");
            var fingerprint = HexFormat.ofDelimiter(":")
                    .withUpperCase()
                    .formatHex(Certificates.digest(
                            "SHA-256",
                            Files.readAllBytes(fresh.resolve("certificates").resolve("ccmserver.cer"))));

            var updated = done(NodeJava.run(
                    "ctl",
                    "run",
                    "--server=" + address.getHostAddress(),
                    "--user=admin",
                    account,
                    "--fingerprint=" + fingerprint,
                    "--sign=" + tokens.resolve("two.p12"),
                    "--password-file=" + tokens.resolve("password"),
                    "--restart"));

            assertThat(updated.out()).contains("CTL File created successfully.", "Cisco CallManager, Cisco Tftp");
            assertThat(NodeJava.run("secure", "--data=" + fresh, "--check", account)
                            .out())
                    .contains("[done] The trust list is signed and the cluster is in mixed mode")
                    .doesNotContain("was restored from");
        }
    }

    @Test
    void what_is_no_backup_or_was_changed_is_told_and_nothing_happens() throws Exception {
        try (var _ = LiveNode.start(data)) {
            done(create("--to=" + file()));
        }
        var wrong = "--passphrase-file=" + owned("wrong", "staple battery horse wrong");
        var fresh = "--data=" + directory.resolve("fresh");
        assertThat(refused(NodeJava.run("backup", "restore", file().toString(), fresh, wrong)))
                .contains("The passphrase is wrong");
        assertThat(directory.resolve("fresh")).doesNotExist();

        var bytes = Files.readAllBytes(file());
        var cut = Files.write(directory.resolve("cut.klb"), Arrays.copyOf(bytes, bytes.length - 100));
        bytes[bytes.length / 2] ^= 1;
        var changed = Files.write(directory.resolve("changed.klb"), bytes);
        var foreign = Files.writeString(directory.resolve("foreign.klb"), "PK and so on, a file of another program");
        for (var damaged : List.of(cut, changed)) {
            assertThat(refused(NodeJava.run("backup", "verify", damaged.toString(), passphrase)))
                    .contains("The backup is damaged");
            assertThat(refused(NodeJava.run("backup", "restore", damaged.toString(), fresh, passphrase)))
                    .contains("nothing was changed");
        }
        assertThat(refused(NodeJava.run("backup", "show", foreign.toString(), passphrase)))
                .contains("This is no backup of Keyline");
        assertThat(refused(
                        NodeJava.run("backup", "show", directory.resolve("none").toString(), passphrase)))
                .contains("there is no such file");
        assertThat(directory.resolve("fresh")).doesNotExist();

        assertThat(refused(NodeJava.run("backup", "restore", "--undo", "--data=" + data)))
                .contains("nothing that a restore replaced");
        assertThat(NodeJava.run("backup", "restore", "--data=" + data).code()).isEqualTo(2);
    }

    @Test
    void a_weak_passphrase_one_that_others_can_read_and_none_at_all_are_refused() throws Exception {
        try (var _ = LiveNode.start(data)) {
            var weak = "--passphrase-file=" + owned("weak", "short");
            assertThat(refused(NodeJava.run("backup", "create", "--data=" + data, weak)))
                    .contains("too weak", "12 characters");
            var open = owned("open", PASSPHRASE);
            Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-r--r--"));
            assertThat(refused(NodeJava.run("backup", "create", "--data=" + data, "--passphrase-file=" + open)))
                    .contains("chmod 600");
            assertThat(refused(NodeJava.run("backup", "create", "--data=" + data)))
                    .contains("There is no terminal", "--passphrase-file");
            assertThat(backups()).isEmpty();
        }
    }

    private List<Path> backups() throws IOException {
        if (!Files.exists(data.resolve("backups"))) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(data.resolve("backups"))) {
            return files.toList();
        }
    }

    @Test
    void a_full_disk_leaves_the_old_backup_whole_and_says_what_mends_it() throws Exception {
        try (var node = LiveNode.start(data)) {
            done(create("--to=" + file()));
            var before = Files.readAllBytes(file());
            bigFile(8 << 20);

            var command = NodeJava.command(
                            "en", List.of("backup", "create", "--data=" + data, passphrase, "--to=" + file()))
                    .command();
            var limited = new ArrayList<>(List.of("bash", "-c", "ulimit -f 4096; exec \"$@\"", "limited"));
            limited.addAll(command);
            var said = refused(Said.by(new ProcessBuilder(limited)));

            assertThat(said).contains("make room");
            assertThat(Files.readAllBytes(file())).isEqualTo(before);
            assertThat(node.log()).doesNotContain("ERROR o");
        }
    }

    private void bigFile(long length) throws IOException {
        try (var big =
                new RandomAccessFile(data.resolve("tftp").resolve("big.bin").toFile(), "rw")) {
            big.setLength(length);
        }
    }

    private static void kill(long afterMillis, List<String> arguments) throws Exception {
        var process = NodeJava.command("en", arguments)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        var _ = process.waitFor(afterMillis, TimeUnit.MILLISECONDS);
        process.destroyForcibly().waitFor();
    }

    @Test
    void kill_9_of_create_leaves_the_old_backup_or_a_whole_new_one_and_no_copy_of_the_keys() throws Exception {
        try (var node = LiveNode.start(data)) {
            done(create("--to=" + file()));
            bigFile(BIG);
            for (long after : new long[] {1500, 2500, 3500}) {
                kill(after, List.of("backup", "create", "--data=" + data, passphrase, "--to=" + file()));
                done(NodeJava.run("backup", "verify", file().toString(), passphrase));
            }
            done(create("--to=" + file()));
            try (Stream<Path> left = Files.list(data)) {
                assertThat(left.map(Path::getFileName)
                                .map(Path::toString)
                                .filter(name -> name.startsWith(".keyline-backup")))
                        .isEmpty();
            }
            assertThat(node.log()).doesNotContain("ERROR");
        }
    }

    @Test
    void kill_9_of_restore_loses_nothing_and_the_next_try_succeeds() throws Exception {
        try (var _ = LiveNode.start(data)) {
            bigFile(BIG);
            done(create("--to=" + file()));
        }
        var before = ownSecret(data);
        var config = done(NodeJava.run("config", "export", "--data=" + data)).out();
        var arguments = List.of("backup", "restore", file().toString(), "--data=" + data, passphrase);
        for (long after : new long[] {2000, 3000, 4000}) {
            kill(after, arguments);
            var export = NodeJava.run("config", "export", "--data=" + data);
            if (export.code() != 0) {
                assertThat(export.err()).contains("was interrupted when it was nearly done");
            } else {
                assertThat(export.out()).isEqualTo(config);
                assertThat(ownSecret(data)).isEqualTo(before);
            }
        }
        done(NodeJava.run(arguments.toArray(String[]::new)));
        done(NodeJava.run("backup", "restore", "--undo", "--data=" + data));
        try (var again = LiveNode.start(data)) {
            assertThat(ownSecret(data)).isEqualTo(before);
            assertThat(again.log()).doesNotContain("Certificate created", "ERROR");
        }
    }

    @Test
    void an_interrupted_restore_is_brought_to_its_end_when_the_node_starts() throws Exception {
        try (var _ = LiveNode.start(data)) {
            done(create("--to=" + file()));
        }
        var secret = ownSecret(data);
        done(NodeJava.run("backup", "restore", file().toString(), "--data=" + data, passphrase));
        // As if it had been killed at the last rename: nothing of it has happened yet but the decision.
        var restore = data.resolve("restore");
        Files.move(restore.resolve("done"), restore.resolve("ready"));
        Files.createDirectories(restore.resolve("incoming"));
        Files.move(data.resolve("certificates"), restore.resolve("incoming").resolve("certificates"));

        assertThat(NodeJava.run("config", "export", "--data=" + data).err()).contains("nothing is lost");
        try (var node = LiveNode.start(data)) {
            assertThat(node.log()).contains("An interrupted restore was brought to its end");
            assertThat(ownSecret(data)).isEqualTo(secret);
        }
    }
}
