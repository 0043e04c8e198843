package org.keyline.model.device;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.keyline.model.device.PhoneModel.Family;
import org.keyline.model.device.PhoneModel.SecurityFeature;

/** The known phone models, from the table {@code phone-models.tsv}. */
public final class PhoneModels {
    private static final Map<Integer, PhoneModel> BY_TYPE = load();
    private static final Map<String, PhoneModel> BY_NAME = byNames(BY_TYPE.values());

    private PhoneModels() {}

    /** Every model, in the order of the table. */
    public static Collection<PhoneModel> all() {
        return BY_TYPE.values();
    }

    /** The model that registers with this device type. */
    public static Optional<PhoneModel> byDeviceType(int deviceType) {
        return Optional.ofNullable(BY_TYPE.get(deviceType));
    }

    /** The model of this name, also with {@code CP-} or {@code Cisco} before it or {@code G} behind it. */
    public static Optional<PhoneModel> byName(String name) {
        var plain = plain(name);
        var model = BY_NAME.get(plain);
        return model == null && plain.endsWith("G")
                ? Optional.ofNullable(BY_NAME.get(plain.substring(0, plain.length() - 1)))
                : Optional.ofNullable(model);
    }

    private static String plain(String name) {
        var upper = name.strip().toUpperCase(Locale.ROOT);
        upper = upper.startsWith("CISCO ") ? upper.substring(6) : upper;
        return upper.startsWith("CP-") ? upper.substring(3) : upper;
    }

    private static Map<String, PhoneModel> byNames(Collection<PhoneModel> models) {
        var byName = new LinkedHashMap<String, PhoneModel>();
        for (var model : models) {
            if (byName.put(plain(model.name()), model) != null) {
                throw new IllegalStateException("Two phone models are called " + model.name());
            }
        }
        return Map.copyOf(byName);
    }

    private static Map<Integer, PhoneModel> load() {
        var models = new LinkedHashMap<Integer, PhoneModel>();
        try (var in = PhoneModels.class.getResourceAsStream("phone-models.tsv")) {
            if (in == null) {
                throw new IllegalStateException("The table of phone models is missing");
            }
            var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines();
            lines.filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(line -> {
                var model = model(line.split("\t", -1));
                if (models.put(model.deviceType(), model) != null) {
                    throw new IllegalStateException("Two phone models have type " + model.deviceType());
                }
            });
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return java.util.Collections.unmodifiableMap(models);
    }

    private static PhoneModel model(String[] columns) {
        var features = EnumSet.noneOf(SecurityFeature.class);
        for (var name : columns[4].split(" ", -1)) {
            if (!name.isEmpty()) {
                features.add(SecurityFeature.valueOf(name));
            }
        }
        return new PhoneModel(
                Integer.parseInt(columns[0]),
                columns[1],
                Family.valueOf(columns[2]),
                Integer.parseInt(columns[3]),
                features);
    }
}
