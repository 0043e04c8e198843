package org.keyline.phoneservices.access;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.keyline.config.snapshot.ConfigSnapshot;
import org.keyline.model.device.DeviceName;
import org.keyline.model.user.User;

/**
 * Who has signed in at a phone, so that the PIN is asked once and never stands in a further address. A ticket holds for
 * one phone and ten minutes from its last use.
 */
public final class Tickets {
    /** The parameter that carries a ticket. */
    public static final String PARAMETER = "ticket";

    private static final Duration IDLE = Duration.ofMinutes(10);
    private static final int MOST = 1_000;
    private static final int BYTES = 16;

    private final SecureRandom random = new SecureRandom();
    private final LinkedHashMap<String, Holder> holders = LinkedHashMap.newLinkedHashMap(16);
    private final Clock clock;

    public Tickets(Clock clock) {
        this.clock = clock;
    }

    private record Holder(DeviceName phone, String user, Instant until) {}

    /** A new ticket for a user at a phone; where there are too many the oldest one ends. */
    public synchronized String issue(DeviceName phone, User user) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        var ticket = HexFormat.of().formatHex(bytes);
        holders.put(ticket, new Holder(phone, user.id(), clock.instant().plus(IDLE)));
        if (holders.size() > MOST) {
            holders.pollFirstEntry();
        }
        return ticket;
    }

    /** Whose ticket a visit carries, while it holds and the user exists. */
    public synchronized Optional<User> holder(Visit visit) {
        var ticket = visit.query().get(PARAMETER);
        var holder = holders.remove(ticket);
        if (holder == null || holder.until().isBefore(clock.instant())) {
            return Optional.empty();
        }
        holders.put(
                ticket,
                new Holder(holder.phone(), holder.user(), clock.instant().plus(IDLE)));
        return Optional.of(holder)
                .filter(mine -> mine.phone().equals(visit.phone().name()))
                .flatMap(mine -> user(visit.configuration(), mine.user()));
    }

    private static Optional<User> user(ConfigSnapshot configuration, String id) {
        return Optional.ofNullable(configuration.people().users().get(id));
    }
}
