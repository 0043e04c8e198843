package org.keyline.model.user;

import java.util.List;
import java.util.Optional;
import org.keyline.model.device.KeyAssignment;
import org.keyline.model.device.LineAppearance;
import org.keyline.model.device.Phone;
import org.keyline.model.device.SpeedDial;
import org.keyline.model.device.Subscription;

/**
 * What a phone becomes while a user is logged in: lines, numbers and keys of the user's own.
 *
 * @param softkeyTemplate name of its softkey template; without one the phone's stays
 * @param buttonTemplate name of its button template; without one, and at other models, the model's standard one
 * @param userLocale the language; without one the phone's stays
 * @param services names of the services the user has subscribed to
 */
public record DeviceProfile(
        String name,
        String description,
        List<LineAppearance> lines,
        List<SpeedDial> speedDials,
        Optional<String> softkeyTemplate,
        Optional<String> buttonTemplate,
        Optional<String> userLocale,
        List<String> services) {
    public DeviceProfile {
        lines = List.copyOf(lines);
        speedDials = List.copyOf(speedDials);
        services = List.copyOf(services);
    }

    /**
     * The phone as it is with this profile. Where it stands and how secure it is stays: device pool, what the device
     * may dial, security mode and certificates are the phone's own (spec PH-007).
     */
    public Phone on(Phone phone) {
        var keys = phone.keys();
        return new Phone(
                phone.name(),
                phone.description(),
                phone.model(),
                phone.placement(),
                phone.security(),
                lines,
                speedDials,
                new KeyAssignment(softkeyTemplate.or(keys::softkeyTemplate), buttonTemplate, keys.modules()),
                phone.software().in(userLocale.orElse(phone.userLocale())),
                phone.features(),
                new Subscription(
                        services,
                        phone.subscription().extensionMobility(),
                        phone.subscription().login(),
                        phone.subscription().lastUser()));
    }
}
