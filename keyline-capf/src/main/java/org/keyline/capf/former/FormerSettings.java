package org.keyline.capf.former;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The names settings may have had in {@code CAPF.config}, and the parameters they are here. */
final class FormerSettings {
    private static final Map<String, Parameter> KNOWN = known();

    private FormerSettings() {}

    /** A parameter. */
    record Parameter(String kind, String field) {
        String text() {
            return kind + "." + field;
        }
    }

    /** The parameter of a setting; capitals, blanks, hyphens, underlines and what stands in brackets do not count. */
    static Optional<Parameter> parameter(String name) {
        var plain = name.toLowerCase(Locale.ROOT).replaceAll("\\(.*?\\)|[^a-z]", "");
        return Optional.ofNullable(KNOWN.get(plain));
    }

    private static Map<String, Parameter> known() {
        var known = new HashMap<String, Parameter>();
        put(known, "capf", "keySize", List.of("keysize", "keylength", "rsakeysize", "capfkeysize"));
        put(
                known,
                "capf",
                "durationOfCertificateValidityYears",
                List.of(
                        "validity",
                        "validityyears",
                        "certificatevalidity",
                        "certvalidity",
                        "durationofcertificatevalidity",
                        "durationofcertificatevalidityinyears"));
        put(
                known,
                "capf",
                "maxKeyGenerationMinutes",
                List.of(
                        "keygentime",
                        "keygenerationtime",
                        "maxkeygentime",
                        "maxkeygenerationtime",
                        "maximumallowabletimeforkeygeneration"));
        put(
                known,
                "capf",
                "maxKeyGenerationAttempts",
                List.of(
                        "keygenretries",
                        "keygenerationretries",
                        "maxkeygenretries",
                        "maxkeygenattempts",
                        "maximumallowableattemptsforkeygeneration"));
        put(known, "enterprise", "capfPhonePort", List.of("port", "phoneport", "capfport", "capfphoneport"));
        return Map.copyOf(known);
    }

    private static void put(Map<String, Parameter> known, String kind, String field, List<String> names) {
        names.forEach(name -> known.put(name, new Parameter(kind, field)));
    }
}
