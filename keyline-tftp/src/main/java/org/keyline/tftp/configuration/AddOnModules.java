package org.keyline.tftp.configuration;

import java.util.List;
import org.keyline.model.device.ExpansionModule;

/** The expansion modules beside a phone, the nearest first; the phone looks for no others. */
final class AddOnModules {
    private AddOnModules() {}

    static void write(PhoneXml xml, List<ExpansionModule> modules) {
        if (modules.isEmpty()) {
            return;
        }
        xml.open("addOnModules");
        for (var index = 1; index <= modules.size(); index++) {
            var module = modules.get(index - 1);
            xml.open("addOnModule", "idx", Integer.toString(index))
                    .text("deviceType", module.series())
                    .text("deviceLine", module.buttons())
                    .text("loadInformation", "")
                    .close("addOnModule");
        }
        xml.close("addOnModules");
    }
}
