package org.keyline.model.device;

import java.util.List;
import java.util.Optional;
import org.keyline.model.security.CapfSettings;
import org.keyline.model.security.DeviceSecurityMode;

/**
 * A configured phone.
 *
 * @param name its device name
 * @param description free text for the administrator
 * @param model the phone model (device type, buttons, security features)
 * @param devicePool name of its device pool
 * @param callingSearchSpace the device's calling search space, searched after the line's
 * @param securityMode what the administrator asked for; see {@code ConfigSnapshot.effectiveSecurityMode}
 * @param lines its lines in button order
 * @param speedDials its speed dials in button order
 * @param capf what CAPF shall do with its certificate
 * @param load the firmware load it shall run; empty keeps what it has
 * @param userLocale language of its user interface, for example {@code en} or {@code ja}
 * @param hardening functions that are switched off
 * @param builtInBridge whether its bridge for barge is on
 * @param keys what stands on its keys
 * @param subscription its services, and who is logged in
 * @param doNotDisturb whether its user wants peace
 */
public record Phone(
        DeviceName name,
        String description,
        PhoneModel model,
        String devicePool,
        Optional<String> callingSearchSpace,
        DeviceSecurityMode securityMode,
        List<LineAppearance> lines,
        List<SpeedDial> speedDials,
        CapfSettings capf,
        String load,
        String userLocale,
        PhoneHardening hardening,
        BuiltInBridge builtInBridge,
        KeyAssignment keys,
        Subscription subscription,
        DoNotDisturb doNotDisturb) {
    public Phone {
        lines = List.copyOf(lines);
        speedDials = List.copyOf(speedDials);
    }

    /** A phone with nothing switched off and its bridge as the system has it. */
    public Phone(
            DeviceName name,
            String description,
            PhoneModel model,
            String devicePool,
            Optional<String> callingSearchSpace,
            DeviceSecurityMode securityMode,
            List<LineAppearance> lines,
            List<SpeedDial> speedDials,
            CapfSettings capf,
            String load,
            String userLocale) {
        this(
                name,
                description,
                model,
                devicePool,
                callingSearchSpace,
                securityMode,
                lines,
                speedDials,
                capf,
                load,
                userLocale,
                PhoneHardening.NONE,
                BuiltInBridge.DEFAULT,
                KeyAssignment.NONE,
                Subscription.NONE,
                DoNotDisturb.NONE);
    }

    /** The same phone with nobody logged in. */
    public Phone withoutLogin() {
        return new Phone(
                name,
                description,
                model,
                devicePool,
                callingSearchSpace,
                securityMode,
                lines,
                speedDials,
                capf,
                load,
                userLocale,
                hardening,
                builtInBridge,
                keys,
                new Subscription(
                        subscription.services(),
                        subscription.extensionMobility(),
                        Optional.empty(),
                        subscription.lastUser()),
                doNotDisturb);
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
