package org.keyline.model.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.keyline.model.device.PhoneModel.SecurityFeature;

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

    /** PH-011 to PH-015: what the security guide says of each model. */
    @Test
    void security_features_are_those_of_the_guide() {
        assertThat(features("7970")).contains(SecurityFeature.MIC, SecurityFeature.MEDIA_ENCRYPTION);
        assertThat(features("7960"))
                .contains(SecurityFeature.LSC, SecurityFeature.MEDIA_ENCRYPTION)
                .doesNotContain(SecurityFeature.MIC);
        assertThat(features("7940")).isEqualTo(features("7960"));
        for (var name : new String[] {"7912", "7905", "7902", "7910"}) {
            assertThat(features(name)).containsExactly(SecurityFeature.IMAGE_AUTHENTICATION);
        }
    }

    private static Set<SecurityFeature> features(String name) {
        return PhoneModels.byName(name).orElseThrow().features();
    }
}
