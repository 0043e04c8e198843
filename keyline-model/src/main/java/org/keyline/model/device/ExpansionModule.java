package org.keyline.model.device;

import java.util.List;
import java.util.Optional;

/** A module with more buttons beside a phone (SCCP sheet 5.1). */
public enum ExpansionModule {
    CISCO_7914("7914", 124, 14, 1),
    CISCO_7915_12("7915", 227, 12, 2),
    CISCO_7915_24("7915", 228, 24, 2),
    CISCO_7916_12("7916", 229, 12, 3),
    CISCO_7916_24("7916", 230, 24, 3);

    /** The most modules of one phone. */
    public static final int MOST = 2;

    private static final List<String> WITH_7914 =
            List.of("7960", "7961", "7961G-GE", "7962", "7965", "7970", "7971", "7975");
    private static final List<String> WITH_7915 = List.of("7962", "7965", "7975");

    private final String series;
    private final int deviceType;
    private final int buttons;
    private final int addOnType;

    ExpansionModule(String series, int deviceType, int buttons, int addOnType) {
        this.series = series;
        this.deviceType = deviceType;
        this.buttons = buttons;
        this.addOnType = addOnType;
    }

    /** Its series, for example {@code 7915}; modules of different series do not go together. */
    public String series() {
        return series;
    }

    /** Its number among device types. */
    public int deviceType() {
        return deviceType;
    }

    /** How many buttons it adds. */
    public int buttons() {
        return buttons;
    }

    /** How a phone calls it when it reports its modules. */
    public int addOnType() {
        return addOnType;
    }

    /** Whether it fits beside this model. */
    public boolean fits(PhoneModel model) {
        return (this == CISCO_7914 ? WITH_7914 : WITH_7915).contains(model.name());
    }

    /** The most buttons that modules add to this model. */
    public static int mostButtons(PhoneModel model) {
        var most = 0;
        for (var module : values()) {
            if (module.fits(model)) {
                most = Math.max(most, MOST * module.buttons);
            }
        }
        return most;
    }

    /** The module of this name as stored. */
    public static Optional<ExpansionModule> named(String name) {
        for (var module : values()) {
            if (module.name().equals(name)) {
                return Optional.of(module);
            }
        }
        return Optional.empty();
    }
}
