package org.keyline.tftp.configuration;

import org.keyline.model.device.PhoneHardening;
import org.keyline.model.device.PhoneHardening.SettingsAccess;
import org.keyline.model.device.PhoneHardening.WebAccess;
import org.keyline.model.device.PhoneModel;
import org.keyline.model.device.PhoneModel.SecurityFeature;

/**
 * The element {@code vendorConfig}: functions of the phone that are switched off (spec PH-039 to PH-051). Its numbers
 * are those of the vendor's own files; for some a 0 means on.
 */
final class Hardening {
    private Hardening() {}

    /** Writes what {@code model} knows; what it cannot switch off is not mentioned (spec PH-014, PH-015, PH-046). */
    static void write(PhoneXml xml, PhoneHardening hardening, PhoneModel model) {
        xml.open("vendorConfig");
        number(xml, model, SecurityFeature.PC_PORT, "pcPort", zeroIfOn(hardening.pcPort()));
        number(xml, model, SecurityFeature.SETTINGS_ACCESS, "settingsAccess", settings(hardening.settingsAccess()));
        number(xml, model, SecurityFeature.GRATUITOUS_ARP, "garp", zeroIfOn(hardening.gratuitousArp()));
        number(
                xml,
                model,
                SecurityFeature.PC_VOICE_VLAN_ACCESS,
                "voiceVlanAccess",
                zeroIfOn(hardening.pcVoiceVlanAccess()));
        number(xml, model, SecurityFeature.WEB_ACCESS, "webAccess", web(hardening.webAccess()));
        xml.close("vendorConfig");
    }

    private static void number(PhoneXml xml, PhoneModel model, SecurityFeature feature, String element, int value) {
        if (model.supports(feature)) {
            xml.text(element, value);
        }
    }

    private static int zeroIfOn(boolean on) {
        return on ? 0 : 1;
    }

    private static int settings(SettingsAccess access) {
        return switch (access) {
            case DISABLED -> 0;
            case ENABLED -> 1;
            case RESTRICTED -> 2;
        };
    }

    private static int web(WebAccess access) {
        return switch (access) {
            case ENABLED -> 0;
            case DISABLED -> 1;
            case READ_ONLY -> 2;
        };
    }
}
