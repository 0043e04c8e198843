package org.keyline.model.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.keyline.model.device.PhoneModel.SecurityFeature;
import org.keyline.spec.Spec;

class PhoneModelsTest {
    @Test
    void a_model_is_found_by_type_and_by_the_names_people_use() {
        var model = PhoneModels.byDeviceType(404).orElseThrow();

        assertThat(model.name()).isEqualTo("7962");
        assertThat(model.buttons()).isEqualTo(6);
        for (var name : new String[] {"7962", "7962G", "CP-7962", "Cisco 7962", " 7962 "}) {
            assertThat(PhoneModels.byName(name)).contains(model);
        }
        assertThat(PhoneModels.byName("9999")).isEmpty();
        assertThat(PhoneModels.byDeviceType(30)).isEmpty();
    }

    @Test
    void the_table_knows_every_phone_type_of_the_protocol() {
        assertThat(PhoneModels.all()).hasSize(67);
        assertThat(PhoneModels.all()).allMatch(model -> model.buttons() > 0);
    }

    private static final Set<SecurityFeature> SIGNED_AND_ENCRYPTED = Set.of(
            SecurityFeature.IMAGE_AUTHENTICATION,
            SecurityFeature.FILE_AUTHENTICATION,
            SecurityFeature.DEVICE_AUTHENTICATION,
            SecurityFeature.SIGNALLING_ENCRYPTION,
            SecurityFeature.MEDIA_ENCRYPTION);

    @Test
    @Spec({"PH-011", "PH-013"})
    void phones_that_encrypt_have_every_security_feature_of_the_guide() {
        for (var name : List.of("7970", "7971")) {
            assertThat(features(name))
                    .containsAll(SIGNED_AND_ENCRYPTED)
                    .contains(SecurityFeature.MIC, SecurityFeature.FACTORY_RESET, SecurityFeature.WEB_ACCESS);
        }
        for (var name : List.of("7960", "7940")) {
            assertThat(features(name))
                    .containsAll(SIGNED_AND_ENCRYPTED)
                    .contains(SecurityFeature.LSC, SecurityFeature.FACTORY_RESET, SecurityFeature.WEB_ACCESS)
                    .doesNotContain(SecurityFeature.MIC, SecurityFeature.ENCRYPTED_CONFIGURATION);
        }
    }

    @Test
    @Spec({"PH-014", "PH-015", "PH-046"})
    void smaller_phones_check_their_image_and_can_be_hardened_and_the_7910_only_checks_its_image() {
        for (var name : List.of("7912", "7905", "7902")) {
            assertThat(features(name))
                    .containsExactlyInAnyOrder(
                            SecurityFeature.IMAGE_AUTHENTICATION,
                            SecurityFeature.FACTORY_RESET,
                            SecurityFeature.WEB_ACCESS,
                            SecurityFeature.GRATUITOUS_ARP,
                            SecurityFeature.SETTINGS_ACCESS);
        }
        assertThat(features("7910")).containsExactly(SecurityFeature.IMAGE_AUTHENTICATION);
    }

    @Test
    void later_families_encrypt_and_know_both_certificates() {
        for (var name : List.of("7906", "7941", "7962", "7965", "7975", "6921", "6961", "8945")) {
            assertThat(features(name))
                    .as(name)
                    .containsAll(SIGNED_AND_ENCRYPTED)
                    .contains(SecurityFeature.MIC, SecurityFeature.LSC, SecurityFeature.ENCRYPTED_CONFIGURATION);
        }
        assertThat(features("7906")).as("it has no port for a computer").doesNotContain(SecurityFeature.PC_PORT);
    }

    private static Set<SecurityFeature> features(String name) {
        return PhoneModels.byName(name).orElseThrow().features();
    }
}
