package org.keyline.capf.former;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyline.capf.TestNode;
import org.keyline.capf.former.Unread.Reason;
import org.keyline.model.device.DeviceName;
import org.keyline.model.schema.Kinds;
import org.keyline.model.schema.Value;
import org.keyline.spec.Spec;
import org.keyline.trust.certificate.PemKeyFile;

/** Files of the CAPF utility 1.0, in the forms they may have, and broken ones. */
class FormerUtilityTest {
    private static final DeviceName PHONE = new DeviceName("SEP001122334455");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SEP001122334455,48151,Install/Upgrade,Success,2004-08-01 12:30:00",
                "001122334455;install;succeeded;8/1/2004",
                "00:11:22:33:44:55\tUPGRADE\tSUCCESSFUL",
                "success 0011.2233.4455 48151",
                "\"SEP001122334455\" : \"install\" : \"done\"",
                "00-11-22-33-44-55, 1234567890, issued"
            })
    @Spec({"CAPF-034", "CAPF-038"})
    void a_phones_line_is_read_by_what_stands_in_it(String line) throws Exception {
        write("CAPF.phone", line);

        var found = FormerUtility.read(folder);

        assertThat(found.unread()).isEmpty();
        assertThat(found.phones()).containsOnlyKeys(PHONE);
        assertThat(found.phones().get(PHONE))
                .extracting(one -> one == null ? "" : one.status().orElse(""))
                .isEqualTo("Install/Upgrade successful");
    }

    @Test
    void each_outcome_has_the_status_it_has_here() throws Exception {
        write("CAPF.phone", """
                # what the utility knew
                SEP001122334455 delete success
                SEP001122334466 install failed

                SEP001122334477 troubleshoot error
                SEP001122334488 install pending 24680
                SEP001122334499
                """);

        var found = FormerUtility.read(folder).phones();

        assertThat(found.values().stream().map(one -> one.status()).toList())
                .containsExactly(
                        Optional.of("Delete Success"),
                        Optional.of("Install/Upgrade failed"),
                        Optional.of("Troubleshoot failed"),
                        Optional.of("Install/Upgrade pending"),
                        Optional.empty());
        assertThat(found.toString()).doesNotContain("24680");
    }

    @Test
    void what_is_not_understood_is_named_with_its_line_and_without_digits() throws Exception {
        write("CAPF.phone", """
                SEP001122334455 success
                48151 success
                SEP001122334455 SEP001122334466 success
                SEP001122334466 whatever987654 success
                SEP001122334477 1234 5678 success
                %s
                SEP001122334455 failed
                """.formatted("x".repeat(2_000)));

        var found = FormerUtility.read(folder);

        assertThat(found.unread())
                .containsExactlyInAnyOrder(
                        new Unread("CAPF.phone", 2, Reason.NO_DEVICE, ""),
                        new Unread("CAPF.phone", 3, Reason.TWO_DEVICES, "SEP************"),
                        new Unread("CAPF.phone", 4, Reason.UNKNOWN_FIELD, "whatever******"),
                        new Unread("CAPF.phone", 5, Reason.TWO_STRINGS, "****"),
                        new Unread("CAPF.phone", 6, Reason.TOO_LONG, ""),
                        new Unread("CAPF.phone", 1, Reason.REPEATED, "SEP001122334455"));
        assertThat(found.phones().get(PHONE))
                .extracting(one -> one == null ? "" : one.status().orElse(""))
                .isEqualTo("Install/Upgrade failed");
    }

    @Test
    @Spec("CAPF-038")
    void settings_and_certificates_are_found() throws Exception {
        write("capf.CONFIG", """
                [General]
                Key Size (bits) = 2048
                Duration of Certificate Validity (years)=3
                CAPFPhonePort="3999"
                KeyGenRetries=99
                Colour=blue
                nonsense
                """);
        Files.write(folder.resolve("CAPF-1a2b3c4d.0"), PemKeyFile.text(TestNode.STRANGER.certificate()));
        Files.write(folder.resolve("old.cer"), TestNode.STRANGER.certificate().getEncoded());
        Files.write(
                folder.resolve("phone.0"),
                PemKeyFile.text(
                        TestNode.certificate(PHONE.text(), TestNode.STRANGER).certificate()));
        write("empty.0", "");

        var found = FormerUtility.read(folder);

        assertThat(found.issuers()).containsExactly(TestNode.STRANGER.certificate());
        assertThat(found.settings())
                .isEqualTo(Map.of(
                        "capf.keySize",
                        Value.of("2048"),
                        "capf.durationOfCertificateValidityYears",
                        Value.of(3),
                        "enterprise.capfPhonePort",
                        Value.of(3999)));
        assertThat(found.unread())
                .containsExactlyInAnyOrder(
                        new Unread("capf.CONFIG", 5, Reason.BAD_VALUE, "KeyGenRetries"),
                        new Unread("capf.CONFIG", 6, Reason.UNKNOWN_SETTING, "Colour"),
                        new Unread("capf.CONFIG", 7, Reason.NO_SETTING, ""),
                        new Unread("phone.0", 0, Reason.NOT_AN_AUTHORITY, ""),
                        new Unread("empty.0", 0, Reason.NO_CERTIFICATE, ""));
    }

    @Test
    void a_folder_without_its_files_is_not_its_folder() throws Exception {
        write("readme.txt", "SEP001122334455 success");

        assertThatThrownBy(() -> FormerUtility.read(folder)).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    @Spec("CAPF-034")
    void what_is_here_already_stays_and_a_second_import_changes_nothing() throws Exception {
        write("CAPF.phone", """
                SEP001122334455 install success
                SEP001122334466 install failed
                SEP001122334477 install pending 24680
                SEP001122334488 install pending
                SEP001122334499 install success
                """);
        write("CAPF.config", "keysize=1024\nport=3999\n");
        try (var node = new TestNode(folder.resolve("node"))) {
            node.with("SEP001122334455")
                    .with("SEP001122334466")
                    .with("SEP001122334477")
                    .with("SEP001122334488");
            node.configuration().capfOutcomes().deleted("SEP001122334466").orThrow();
            var found = FormerUtility.read(folder);

            var plan = ImportPlan.of(found, node.configuration(), List.of());
            assertThat(plan.statuses())
                    .isEqualTo(Map.of(
                            "SEP001122334455",
                            "Install/Upgrade successful",
                            "SEP001122334477",
                            "Install/Upgrade pending"));
            assertThat(plan.settings()).isEqualTo(Map.of("enterprise.capfPhonePort", Value.of(3999)));
            assertThat(plan.unread())
                    .extracting(Unread::reason)
                    .containsExactlyInAnyOrder(Reason.NEWER, Reason.PENDING, Reason.UNKNOWN_DEVICE, Reason.SHORT_KEY);
            node.configuration()
                    .store()
                    .apply(plan.edits(), org.keyline.config.store.Author.system("test"))
                    .orThrow();

            assertThat(node.capf("SEP001122334477").authenticationString()).contains("24680");
            assertThat(node.configuration()
                            .store()
                            .find(Kinds.PHONE, "SEP001122334455")
                            .orElseThrow()
                            .text("operationStatus"))
                    .isEqualTo("Install/Upgrade successful");
            node.await("SEP001122334455", now -> now.status().equals("Install/Upgrade successful"));
            var again = ImportPlan.of(found, node.configuration(), List.of());
            assertThat(again.edits()).isEmpty();
        }
    }

    private void write(String name, String text) throws Exception {
        Files.writeString(folder.resolve(name), text);
    }
}
