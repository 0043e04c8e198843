package org.keyline.web.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyline.model.device.CallFeatures;
import org.keyline.model.device.DeviceName;
import org.keyline.model.device.KeyAssignment;
import org.keyline.model.device.Phone;
import org.keyline.model.device.PhoneModels;
import org.keyline.model.device.PhoneSoftware;
import org.keyline.model.device.Placement;
import org.keyline.model.device.Subscription;
import org.keyline.model.schema.Texts;
import org.keyline.model.security.CapfSettings;
import org.keyline.model.security.CapfSettings.AuthenticationMode;
import org.keyline.model.security.CapfSettings.CertificateOperation;
import org.keyline.model.security.DeviceSecurityMode;
import org.keyline.model.security.KeySize;
import org.keyline.model.security.PhoneSecurity;
import org.keyline.spec.Spec;

/** The CAPF report as a file. */
class CapfReportTest {
    @Test
    @Spec({"CAPF-070", "CAPF-071"})
    void the_file_has_status_string_and_mode_of_each_phone() {
        var text = CapfReport.csv(List.of(phone("Lobby, \"north\"")), Texts.in(Locale.ENGLISH));

        assertThat(text)
                .isEqualTo("\uFEFFDevice name,Model,Description,Operation Status,Authentication String,"
                        + "Authentication Mode\r\n"
                        + "SEP001122334455,7960,\"Lobby, \"\"north\"\"\",Install/Upgrade pending,12345678,"
                        + "By Authentication String\r\n");
        assertThat(CapfReport.csv(List.of(), Texts.in(Locale.JAPANESE))).contains("認証文字列");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=HYPERLINK(\"http://x\")", "+1+1", "-2", "@SUM(A1)", "\tx", "\rx"})
    void a_description_never_becomes_a_formula(String description) {
        assertThat(CapfReport.cell(description)).matches("(?s)\"?'.*");
    }

    @Property
    void a_cell_never_breaks_out_of_its_place(@ForAll String content) {
        var cell = CapfReport.cell(content);
        var bare = cell.startsWith("\"") ? cell.substring(1, cell.length() - 1).replace("\"\"", "\"") : cell;

        assertThat(bare).isIn(content, "'" + content);
        assertThat(bare.isEmpty() || "=+-@\t\r\n".indexOf(bare.charAt(0)) < 0).isTrue();
        assertThat(cell.startsWith("\"") || !cell.matches("(?s).*[\",\r\n].*")).isTrue();
    }

    private static Phone phone(String description) {
        var capf = new CapfSettings(
                CertificateOperation.INSTALL_UPGRADE,
                AuthenticationMode.BY_AUTHENTICATION_STRING,
                Optional.of("12345678"),
                KeySize.RSA_2048,
                Optional.empty(),
                "Install/Upgrade pending");
        return new Phone(
                new DeviceName("SEP001122334455"),
                description,
                PhoneModels.byName("7960").orElseThrow(),
                Placement.in("Default"),
                new PhoneSecurity(DeviceSecurityMode.USE_SYSTEM_DEFAULT, capf),
                List.of(),
                List.of(),
                KeyAssignment.NONE,
                PhoneSoftware.USUAL,
                CallFeatures.USUAL,
                Subscription.NONE);
    }
}
