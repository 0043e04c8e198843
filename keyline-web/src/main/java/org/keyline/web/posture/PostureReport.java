package org.keyline.web.posture;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyline.config.certificates.PhoneCertificate;
import org.keyline.model.security.DeviceSecurityMode;
import org.keyline.model.security.SecurityClass;
import org.keyline.processing.view.RegisteredDevice;

/**
 * How secure the devices are, for scripts.
 *
 * @param totals how many devices belong to each part
 * @param different devices that are not as they were asked to be, the first {@link #MOST}
 */
public record PostureReport(Map<PostureFilter, Integer> totals, List<Difference> different) {
    /** The most devices that are named. */
    public static final int MOST = 200;

    /**
     * A device that is not as it was asked to be.
     *
     * @param name the device name
     * @param asked the mode asked for
     * @param registered how its signalling is secured; empty when it is not registered
     * @param finding why it is so
     * @param certificate when its certificate ends; empty when none is known
     */
    public record Difference(
            String name,
            DeviceSecurityMode asked,
            Optional<SecurityClass> registered,
            Finding finding,
            Optional<Instant> certificate) {
        private static Difference of(DevicePosture device) {
            return new Difference(
                    device.phone().name().text(),
                    device.asked(),
                    device.registered().map(RegisteredDevice::security),
                    device.finding(),
                    device.certificate().map(PhoneCertificate::notAfter));
        }
    }

    /** The report of these devices at {@code now}. */
    public static PostureReport of(List<DevicePosture> devices, Instant now) {
        var totals = new EnumMap<PostureFilter, Integer>(PostureFilter.class);
        Arrays.stream(PostureFilter.values())
                .forEach(part -> totals.put(part, (int) devices.stream()
                        .filter(device -> part.contains(device, now))
                        .count()));
        return new PostureReport(
                totals,
                devices.stream()
                        .filter(device -> PostureFilter.DIFFERENT.contains(device, now))
                        .limit(MOST)
                        .map(Difference::of)
                        .toList());
    }
}
