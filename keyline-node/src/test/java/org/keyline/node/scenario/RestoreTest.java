package org.keyline.node.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.keyline.model.security.SecurityClass;
import org.keyline.spec.Spec;

/** What was lost comes back with a copy of the database. */
class RestoreTest {
    @RegisterExtension
    static final Site SITE =
            Site.mixed().with(Desk.encrypted("alice", "2001"), Desk.encrypted("bob", "2002"), Desk.of("carol", "2003"));

    @TempDir
    Path backup;

    /** What CAPF knows of Alice's phone, and with which certificate it issues. */
    private record CapfData(String status, List<?> certificates, String issuer) {
        static CapfData now() throws IOException {
            return new CapfData(
                    SITE.configured("alice", "operationStatus"),
                    SITE.node().configuration().phoneCertificates().of(Desk.device("alice")),
                    Files.readString(SITE.data().resolve("certificates").resolve("capf.pem")));
        }
    }

    private static void moveDatabase(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.list(from)) {
            for (var file : files.filter(one -> one.getFileName().toString().startsWith("keyline.db"))
                    .toList()) {
                Files.move(file, to.resolve(file.getFileName()));
            }
        }
    }

    private static void copyDatabase(Path from, Path to) throws IOException {
        Files.copy(from.resolve("keyline.db"), to.resolve("keyline.db"));
    }

    @Test
    @Spec("CAPF-032")
    void a_database_that_is_put_back_has_the_capf_data_and_capf_needs_no_new_certificate() throws Exception {
        var alice = SITE.boots("alice").hasLsc();
        var lsc = alice.flash().lsc();
        Await.until(
                "the operation to be recorded",
                () -> SITE.configured("alice", "operationStatus"),
                () -> SITE.configured("alice", "operationStatus").endsWith("successful"));
        alice.losesPower();
        var before = CapfData.now();
        assertThat(before.certificates()).hasSize(1);

        var saved = Files.createDirectory(backup.resolve("saved"));
        SITE.restarts(settings -> copyDatabase(settings.data(), saved));
        SITE.removes("alice");
        var lost = Files.createDirectory(backup.resolve("lost"));
        SITE.restarts(settings -> {
            moveDatabase(settings.data(), lost);
            copyDatabase(saved, settings.data());
        });

        assertThat(CapfData.now()).isEqualTo(before);
        assertThat(SITE.boots("alice").flash().lsc()).isEqualTo(lsc);
        assertThat(SITE.node()
                        .registrations()
                        .device(Site.device("alice"))
                        .orElseThrow()
                        .security())
                .isEqualTo(SecurityClass.ENCRYPTED);
        SITE.boots("bob").hasLsc();
    }
}
