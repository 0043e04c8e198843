package org.keyline.config.store;

import java.util.EnumSet;
import java.util.Set;
import org.keyline.model.device.PhoneModel;
import org.keyline.model.device.PhoneModel.SecurityFeature;
import org.keyline.model.security.DeviceSecurityMode;

/** Which device security modes a phone of a model may be given (spec PH-027, PH-028). */
public final class DeviceSecurityOptions {
    private DeviceSecurityOptions() {}

    /** The modes to offer, in the order of the drop-down; without security support only those that ask for none. */
    public static Set<DeviceSecurityMode> of(PhoneModel model) {
        var options = EnumSet.of(DeviceSecurityMode.USE_SYSTEM_DEFAULT, DeviceSecurityMode.NON_SECURE);
        if (model.supports(SecurityFeature.DEVICE_AUTHENTICATION)) {
            options.add(DeviceSecurityMode.AUTHENTICATED);
        }
        if (model.supports(SecurityFeature.SIGNALLING_ENCRYPTION)) {
            options.add(DeviceSecurityMode.ENCRYPTED);
        }
        return options;
    }
}
