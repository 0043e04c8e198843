package org.keyline.node;

import java.util.List;
import java.util.Locale;
import org.keyline.config.setup.PhoneAdoption;
import org.keyline.config.store.Author;
import org.keyline.config.store.ConfigStore;
import org.keyline.config.store.SaveResult;
import org.keyline.model.device.PhoneModel;
import org.keyline.model.device.PhoneModels;
import org.keyline.model.schema.Texts;
import org.keyline.web.adopt.Adoption;

/** Adopts waiting phones into the configuration. */
record StoredAdoption(ConfigStore store) implements Adoption {
    /** The model of a phone that has not said what it is; it says so when it registers. */
    private static final String USUAL_MODEL = "7962";

    @Override
    public List<String> adopt(String device, int deviceType, String number, String who, Locale locale) {
        var model = PhoneModels.byDeviceType(deviceType).map(PhoneModel::name).orElse(USUAL_MODEL);
        var result = PhoneAdoption.adopt(store, device, model, number, "", Author.administrator(who));
        return switch (result) {
            case SaveResult.Saved _ -> List.of();
            case SaveResult.Invalid(var problems) -> {
                var texts = Texts.in(locale);
                yield problems.stream().map(problem -> problem.sentence(texts)).toList();
            }
        };
    }
}
