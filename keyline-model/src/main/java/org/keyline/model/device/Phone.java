package org.keyline.model.device;

import java.util.List;
import java.util.Optional;
import org.keyline.model.security.CapfSettings;
import org.keyline.model.security.DeviceSecurityMode;
import org.keyline.model.security.PhoneSecurity;

/**
 * A configured phone.
 *
 * @param name its device name
 * @param description free text for the administrator
 * @param model the phone model (device type, buttons, security features)
 * @param placement where it stands
 * @param security how secure it shall be
 * @param lines its lines in button order
 * @param speedDials its speed dials in button order
 * @param keys what stands on its keys
 * @param software what it runs
 * @param features how it takes part in features of calls
 * @param subscription its services, and who is logged in
 */
public record Phone(
        DeviceName name,
        String description,
        PhoneModel model,
        Placement placement,
        PhoneSecurity security,
        List<LineAppearance> lines,
        List<SpeedDial> speedDials,
        KeyAssignment keys,
        PhoneSoftware software,
        CallFeatures features,
        Subscription subscription) {
    public Phone {
        lines = List.copyOf(lines);
        speedDials = List.copyOf(speedDials);
    }

    /** The name of its device pool. */
    public String devicePool() {
        return placement.devicePool();
    }

    /** The device's calling search space, searched after the line's. */
    public Optional<String> callingSearchSpace() {
        return placement.callingSearchSpace();
    }

    /** How secure it shall be. */
    public DeviceSecurityMode securityMode() {
        return security.mode();
    }

    /** What CAPF shall do with its certificate. */
    public CapfSettings capf() {
        return security.capf();
    }

    /** The firmware load it shall run; empty keeps what it has. */
    public String load() {
        return software.load();
    }

    /** Language of its user interface. */
    public String userLocale() {
        return software.userLocale();
    }

    /** The same phone, as its user or the administrator wants its features now. */
    public Phone with(CallFeatures wanted) {
        return new Phone(
                name, description, model, placement, security, lines, speedDials, keys, software, wanted, subscription);
    }

    /** The same phone with nobody logged in. */
    public Phone withoutLogin() {
        return new Phone(
                name,
                description,
                model,
                placement,
                security,
                lines,
                speedDials,
                keys,
                software,
                features,
                subscription.withoutLogin());
    }

    /** The line on this button, if there is one. */
    public Optional<LineAppearance> line(LineInstance instance) {
        for (var line : lines) {
            if (line.instance().equals(instance)) {
                return Optional.of(line);
            }
        }
        return Optional.empty();
    }
}
