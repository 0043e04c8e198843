package org.keyline.config.snapshot;

import java.util.HashMap;
import java.util.Map;
import org.keyline.model.device.DeviceName;
import org.keyline.model.device.Phone;
import org.keyline.model.user.DeviceProfile;
import org.keyline.model.user.PhoneService;
import org.keyline.model.user.User;

/**
 * Users, what follows them, and the services phones offer.
 *
 * @param users by id
 * @param profiles by name
 * @param services by name
 */
public record People(Map<String, User> users, Map<String, DeviceProfile> profiles, Map<String, PhoneService> services) {
    /** Nobody. */
    public static final People NONE = new People(Map.of(), Map.of(), Map.of());

    /**
     * The phones as they are now: those where somebody is logged in have the lines and keys of the profile. A login
     * whose user or profile is gone is over.
     */
    Map<DeviceName, Phone> at(Map<DeviceName, Phone> phones) {
        var changed = new HashMap<DeviceName, Phone>();
        for (var phone : phones.values()) {
            if (phone.subscription().login().isPresent()) {
                changed.put(phone.name(), inUse(phone));
            }
        }
        if (changed.isEmpty()) {
            return phones;
        }
        var all = new HashMap<>(phones);
        all.putAll(changed);
        return all;
    }

    private Phone inUse(Phone phone) {
        return phone.subscription()
                .login()
                .filter(login -> users.containsKey(login.user()))
                .map(login -> profiles.get(login.profile()))
                .map(profile -> profile.on(phone))
                .orElseGet(phone::withoutLogin);
    }
}
