package org.keyline.node.dial;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.keyline.callcontrol.digits.SearchOrder;
import org.keyline.config.snapshot.ConfigSnapshot;
import org.keyline.model.device.LineAppearance;
import org.keyline.model.device.Phone;
import org.keyline.model.dial.Line;
import org.keyline.model.dial.NumberKey;

/**
 * Somebody who dials.
 *
 * @param order where digits are looked up
 * @param number the number the called side would see; empty where only a search space was named
 * @param externalMask the external phone number mask of the line
 */
public record Caller(SearchOrder order, String number, Optional<String> externalMask) {
    /** Who reaches only what everyone reaches. */
    private static final Caller ANYBODY =
            new Caller(new SearchOrder(Optional.empty(), Optional.empty()), "", Optional.empty());

    /**
     * Who is meant by a device's name, a line's number, alone or with its partition, or a calling search space's name;
     * empty text means anybody. Where a number alone stands in several partitions, the one without a partition is
     * meant.
     */
    public static Optional<Caller> of(String from, ConfigSnapshot snapshot) {
        if (from.isBlank()) {
            return Optional.of(ANYBODY);
        }
        return device(from.toUpperCase(Locale.ROOT), snapshot)
                .or(() -> line(from, snapshot).map(line -> onLine(line, snapshot)))
                .or(() -> Optional.ofNullable(snapshot.callingSearchSpaces().get(from))
                        .map(space -> new Caller(
                                new SearchOrder(Optional.of(space.name()), Optional.empty()), "", Optional.empty())));
    }

    private static Optional<Caller> device(String name, ConfigSnapshot snapshot) {
        return snapshot.phones().values().stream()
                .filter(phone -> phone.name().text().toUpperCase(Locale.ROOT).equals(name))
                .findFirst()
                .map(phone -> phone.lines().stream()
                        .findFirst()
                        .flatMap(first -> line(first.key().toString(), snapshot))
                        .map(line -> calling(Optional.of(line), Optional.of(phone), snapshot))
                        .orElseGet(() -> calling(Optional.empty(), Optional.of(phone), snapshot)));
    }

    private static Optional<Line> line(String key, ConfigSnapshot snapshot) {
        var wanted = NumberKey.of(key);
        var lines = snapshot.lines().stream()
                .filter(line ->
                        line.key().equals(wanted) || line.number().digits().equals(key))
                .toList();
        return lines.stream()
                .filter(line -> line.key().equals(wanted))
                .findFirst()
                .or(() -> lines.stream().findFirst());
    }

    private static Caller onLine(Line line, ConfigSnapshot snapshot) {
        var phone = snapshot.phones().values().stream()
                .filter(each -> each.lines().stream()
                        .anyMatch(appearance -> appearance.key().equals(line.key())))
                .min((one, other) -> one.name().compareTo(other.name()));
        return calling(Optional.of(line), phone, snapshot);
    }

    private static Caller calling(Optional<Line> line, Optional<Phone> phone, ConfigSnapshot snapshot) {
        var zone = phone.map(device -> snapshot.devicePools().get(device.devicePool()))
                .map(pool -> ZoneId.of(pool.timeZone()));
        return new Caller(
                new SearchOrder(
                        line.flatMap(Line::callingSearchSpace),
                        phone.flatMap(Phone::callingSearchSpace),
                        zone.orElse(ZoneOffset.UTC)),
                line.map(own -> own.number().digits()).orElse(""),
                line.flatMap(own -> phone.flatMap(device -> mask(own, device))));
    }

    private static Optional<String> mask(Line line, Phone phone) {
        return phone.lines().stream()
                .filter(appearance -> appearance.key().equals(line.key()))
                .findFirst()
                .flatMap(LineAppearance::externalMask);
    }

    /** A time as {@code 2026-12-24T18:00}, on the caller's clock, or {@code 2026-12-24T17:00:00Z}. */
    public Optional<Instant> time(String text) {
        try {
            return Optional.of(
                    text.endsWith("Z")
                            ? Instant.parse(text)
                            : LocalDateTime.parse(text.replace(' ', 'T'))
                                    .atZone(order.zone())
                                    .toInstant());
        } catch (DateTimeException notOne) {
            return Optional.empty();
        }
    }
}
