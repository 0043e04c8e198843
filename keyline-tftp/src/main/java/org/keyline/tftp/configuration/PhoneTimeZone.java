package org.keyline.tftp.configuration;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** The names phones have for time zones, from the table {@code time-zones.tsv}. */
final class PhoneTimeZone {
    private static final String UNKNOWN = "Greenwich Standard Time";
    private static final Map<String, ZoneId> BY_PHONE_NAME = load();
    private static final Map<ZoneId, String> FOUND = new ConcurrentHashMap<>();

    /** A year without special rules, so that a file does not change at New Year. */
    private static final int SAMPLE_YEAR = 2026;

    private PhoneTimeZone() {}

    /**
     * The phone's name of an IANA zone: the one whose clocks agree all year, else one with the same winter time; zones
     * nobody knows become {@value #UNKNOWN}.
     */
    static String nameOf(String ianaZone) {
        try {
            return FOUND.computeIfAbsent(ZoneId.of(ianaZone), PhoneTimeZone::find);
        } catch (DateTimeException unknown) {
            return UNKNOWN;
        }
    }

    private static String find(ZoneId zone) {
        var wanted = offsets(zone);
        return first(candidate -> candidate.equals(zone))
                .or(() -> first(candidate -> offsets(candidate).equals(wanted)))
                .or(() -> first(candidate -> offsets(candidate).getFirst().equals(wanted.getFirst())))
                .orElse(UNKNOWN);
    }

    private static Optional<String> first(Predicate<ZoneId> fits) {
        return BY_PHONE_NAME.entrySet().stream()
                .filter(entry -> fits.test(entry.getValue()))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static List<ZoneOffset> offsets(ZoneId zone) {
        var offsets = new ArrayList<ZoneOffset>();
        for (var day = LocalDate.of(SAMPLE_YEAR, 1, 4); day.getYear() == SAMPLE_YEAR; day = day.plusDays(7)) {
            offsets.add(zone.getRules().getOffset(day.atTime(12, 0)));
        }
        return offsets;
    }

    private static Map<String, ZoneId> load() {
        var zones = new LinkedHashMap<String, ZoneId>();
        try (var in = PhoneTimeZone.class.getResourceAsStream("time-zones.tsv")) {
            if (in == null) {
                throw new IllegalStateException("The table of time zones is missing");
            }
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .map(line -> line.split("\t", -1))
                    .forEach(columns -> zones.put(columns[1], ZoneId.of(columns[0])));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return zones;
    }
}
