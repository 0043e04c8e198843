package org.keyline.node.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyline.config.Configuration;
import org.keyline.config.setup.FreshDatabase;
import org.keyline.model.schema.Kinds;
import org.keyline.node.backup.BackupException.Reason;
import org.keyline.spec.Spec;

/** A backup that somebody made by hand does no harm, and an older one is welcome. */
class BackupFileTest {
    private static final String ZEROS = "0".repeat(64);

    @TempDir
    Path directory;

    private static void assertRefused(Crafted crafted, Reason reason) {
        assertRefused(crafted.bytes(), reason);
    }

    private static void assertRefused(byte[] bytes, Reason reason) {
        assertThatThrownBy(() -> {
                    try (var backup = Crafted.opened(bytes)) {
                        backup.verify(Progress.UNSEEN);
                    }
                })
                .isInstanceOfSatisfying(
                        BackupException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    @Test
    void a_plain_one_is_read_with_all_it_says() throws Exception {
        try (var backup = Crafted.plain()
                .with("tftp/Ringlist.xml", "<x/>".getBytes(StandardCharsets.UTF_8))
                .line("later\tword that nobody here knows")
                .opened()) {
            backup.verify(Progress.UNSEEN);
            assertThat(backup.manifest().files()).hasSize(2);
            assertThat(backup.manifest().length()).isEqualTo(4);
            assertThat(ManifestText.parse(ManifestText.of(backup.manifest()))).isEqualTo(backup.manifest());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../outside",
                "/etc/passwd",
                "tftp/../../outside",
                "tftp//x",
                "./x",
                "x/",
                "tftp\\..\\x",
                "restore/ready",
                "backups/x.klb",
                "node.lock",
                "keyline.db-wal",
                "certificates/.keyline-1.tmp",
                "tftp/..",
                "a\u0001b"
            })
    void no_name_leads_out_of_the_directory_or_to_what_is_no_backups_business(String path) {
        assertRefused(Crafted.plain().with(path, new byte[1]), Reason.MALFORMED);
    }

    @Test
    void names_that_are_too_long_come_twice_or_lie_in_a_file_are_refused() {
        assertRefused(Crafted.plain().with("x".repeat(256), new byte[0]), Reason.MALFORMED);
        assertRefused(Crafted.plain().with("x/".repeat(600) + "x", new byte[0]), Reason.MALFORMED);
        assertRefused(Crafted.plain().with("keyline.db/x", new byte[0]), Reason.MALFORMED);
        assertRefused(Crafted.plain().line("file\t0\t" + ZEROS + "\t600\tkeyline.db"), Reason.MALFORMED);
        assertRefused(new Crafted().with("tftp/x", new byte[0]), Reason.MALFORMED);
    }

    @Test
    void absurd_sizes_are_refused_before_anything_is_kept() {
        assertRefused(Crafted.plain().line("file\t" + Long.MAX_VALUE + "\t" + ZEROS + "\t600\tx"), Reason.MALFORMED);
        assertRefused(Crafted.plain().line("file\t-1\t" + ZEROS + "\t600\tx"), Reason.MALFORMED);
        assertRefused(Crafted.plain().line("file\tmany\t" + ZEROS + "\t600\tx"), Reason.MALFORMED);
        assertRefused(Crafted.plain().line("file\t1\tshort\t600\tx"), Reason.MALFORMED);
        assertRefused(Crafted.plain().line("file\t1\t" + ZEROS + "\t777\tx"), Reason.MALFORMED);
        assertRefused(new byte[] {0x7F, -1, -1, -1, 0}, Reason.MALFORMED);
        assertRefused(new byte[] {-1, -1, -1, -1}, Reason.MALFORMED);
        assertRefused(new byte[] {0, 0, 0, 9, 'k'}, Reason.MALFORMED);
        assertRefused(new byte[0], Reason.MALFORMED);
    }

    @Test
    void content_that_is_not_what_the_manifest_says_is_refused() {
        var bytes = Crafted.plain().with("tftp/x", new byte[] {1, 2, 3}).bytes();
        var changed = bytes.clone();
        changed[changed.length - 1] ^= 1;
        assertRefused(changed, Reason.MALFORMED);
        assertRefused(Arrays.copyOf(bytes, bytes.length - 1), Reason.MALFORMED);
        assertRefused(Arrays.copyOf(bytes, bytes.length + 1), Reason.MALFORMED);
    }

    @Test
    void facts_that_are_missing_or_nonsense_are_refused() {
        for (var word : List.of("product", "database", "made", "mode")) {
            assertRefused(Crafted.plain().replacing(word, "nonsense"), Reason.MALFORMED);
        }
        assertRefused(Crafted.plain().line("a line without a value"), Reason.MALFORMED);
        assertRefused("\0\0\0\4text".getBytes(StandardCharsets.US_ASCII), Reason.MALFORMED);
        assertRefused("\0\0\0\21keyline-backup\t2\n".getBytes(StandardCharsets.US_ASCII), Reason.NEWER);
    }

    private static RestoreWish wish(Scope scope) {
        return new RestoreWish(scope, false, List.of(), false);
    }

    private void restore(Crafted crafted, RestoreWish wish) throws IOException {
        try (var backup = crafted.opened()) {
            new Restore(directory).from(backup, wish, Progress.UNSEEN);
        }
    }

    @Test
    @Spec("BR-07")
    void a_backup_of_a_later_version_is_refused_and_nothing_is_changed() throws Exception {
        Files.writeString(directory.resolve("keyline.db"), "present");
        for (var later : List.of(
                Crafted.plain().replacing("product", "0.1.1"),
                Crafted.plain().replacing("product", "1.0.0"),
                Crafted.plain().replacing("database", String.valueOf(Configuration.databaseVersion() + 1)))) {
            assertThatThrownBy(() -> restore(later, wish(Scope.WHOLE)))
                    .isInstanceOfSatisfying(
                            BackupException.class,
                            refused -> assertThat(refused.reason()).isEqualTo(Reason.NEWER));
        }
        assertThat(directory.resolve("keyline.db")).hasContent("present");
    }

    @Test
    @Spec("BR-07")
    void a_backup_of_an_older_version_is_upgraded() throws Exception {
        var old = directory.resolveSibling(directory.getFileName() + "-old");
        try (var configuration = Configuration.open(old)) {
            FreshDatabase.ensure(configuration.store(), "cm1", "192.0.2.1", 2000);
        }
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + old.resolve("keyline.db"));
                var statement = connection.createStatement()) {
            statement.execute("DROP TABLE phones_speed_dials");
            statement.execute("ALTER TABLE lines DROP COLUMN description");
            statement.execute("PRAGMA journal_mode=DELETE");
        }
        var database = Files.readAllBytes(old.resolve("keyline.db"));

        restore(new Crafted().with("keyline.db", database).replacing("product", "0.0.9"), wish(Scope.WHOLE));

        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("keyline.db"));
                var statement = connection.createStatement()) {
            assertThat(statement.executeQuery("SELECT description FROM lines").next())
                    .isFalse();
        }
        try (var configuration = Configuration.open(directory)) {
            assertThat(configuration.store().find(Kinds.NODE, "cm1")).isPresent();
        }
    }

    @Test
    void a_database_that_is_none_is_found_out_before_anything_is_replaced() throws Exception {
        Files.writeString(directory.resolve("keyline.db"), "present");

        assertThatThrownBy(() -> restore(
                        new Crafted()
                                .with(
                                        "keyline.db",
                                        "no database at all".repeat(100).getBytes(StandardCharsets.US_ASCII)),
                        wish(Scope.WHOLE)))
                .isInstanceOf(RuntimeException.class);

        assertThat(directory.resolve("keyline.db")).hasContent("present");
        assertThat(directory.resolve("restore/incoming")).doesNotExist();
    }

    @Test
    @Spec("BR-11")
    void all_servers_come_back_only_with_a_sound_ctl_file() throws Exception {
        for (var crafted : List.of(Crafted.plain(), Crafted.plain().with("tftp/CTLFile.tlv", new byte[] {1, 2, 3}))) {
            assertThatThrownBy(() -> restore(crafted, new RestoreWish(Scope.WHOLE, true, List.of(), true)))
                    .isInstanceOfSatisfying(
                            BackupException.class,
                            refused -> assertThat(refused.reason()).isEqualTo(Reason.NO_CTL_FILE));
        }
        assertThat(directory.resolve("keyline.db")).doesNotExist();
    }

    @Test
    void a_data_only_restore_needs_keys_that_can_stay() {
        assertThatThrownBy(() -> restore(Crafted.plain(), wish(Scope.DATA_ONLY)))
                .isInstanceOfSatisfying(
                        BackupException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Reason.NO_NODE));
    }

    @Test
    void restored_files_have_their_modes_and_their_owner_alone_enters_the_directories() throws Exception {
        restore(Crafted.plain().with("certificates/callmanager.pem", new byte[1]), wish(Scope.WHOLE));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("certificates"))))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(directory.resolve("certificates/callmanager.pem"))))
                .isEqualTo("rw-------");
    }
}
