package org.keyline.config.snapshot;

import java.util.Map;
import java.util.Optional;
import org.keyline.model.security.ClusterSecurityMode;
import org.keyline.model.security.DeviceSecurityMode;

/**
 * Enterprise and service parameters in force, by {@code kind.field}, for example {@code enterprise.clusterSecurityMode}
 * or {@code callmanager.t302}. Every described parameter is present: its set value or its default.
 */
public record Parameters(Map<String, String> values) {
    public Parameters {
        values = Map.copyOf(values);
    }

    /** How many there are: a value may be a password. */
    @Override
    public String toString() {
        return "Parameters[" + values.size() + "]";
    }

    /** The value of a parameter; fails for one that is not described, which is a programming error. */
    public String text(String kindAndField) {
        return Optional.ofNullable(values.get(kindAndField))
                .orElseThrow(() -> new IllegalArgumentException("No such parameter: " + kindAndField));
    }

    public int integer(String kindAndField) {
        return Integer.parseInt(text(kindAndField));
    }

    public boolean flag(String kindAndField) {
        return Boolean.parseBoolean(text(kindAndField));
    }

    public ClusterSecurityMode clusterSecurityMode() {
        return ClusterSecurityMode.valueOf(text("enterprise.clusterSecurityMode"));
    }

    /** Whether phones keep calls private whose own setting is the default. */
    public boolean privacySetting() {
        return flag("callmanager.privacySetting");
    }

    public DeviceSecurityMode defaultDeviceSecurityMode() {
        return DeviceSecurityMode.valueOf(text("enterprise.deviceSecurityMode"));
    }
}
