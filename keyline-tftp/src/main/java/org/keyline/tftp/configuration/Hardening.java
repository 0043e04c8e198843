package org.keyline.tftp.configuration;

import org.keyline.model.device.PhoneHardening;
import org.keyline.model.device.PhoneHardening.SettingsAccess;
import org.keyline.model.device.PhoneHardening.WebAccess;

/**
 * The element {@code vendorConfig}: functions of the phone that are switched off (spec PH-039 to PH-051). Its numbers
 * are those of the vendor's own files; for some a 0 means on.
 */
final class Hardening {
    private Hardening() {}

    static void write(PhoneXml xml, PhoneHardening hardening) {
        xml.open("vendorConfig")
                .text("pcPort", zeroIfOn(hardening.pcPort()))
                .text("settingsAccess", settings(hardening.settingsAccess()))
                .text("garp", zeroIfOn(hardening.gratuitousArp()))
                .text("voiceVlanAccess", zeroIfOn(hardening.pcVoiceVlanAccess()))
                .text("webAccess", web(hardening.webAccess()))
                .close("vendorConfig");
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
