package org.keyline.processing.call;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.keyline.callcontrol.digits.Destination;
import org.keyline.callcontrol.hunt.MemberState;
import org.keyline.callcontrol.hunt.Members;
import org.keyline.model.device.LineAppearance;
import org.keyline.model.dial.NumberKey;

/**
 * What hunting remembers: who of a line group was offered a call last, and since when a line has been idle. Whether a
 * member is busy or not there shows when it is offered the call. Safe from any thread; never blocks.
 */
public final class HuntMemory implements Members {
    private final Map<String, Destination> lastOffered = new ConcurrentHashMap<>();
    private final Map<NumberKey, Instant> idleSince = new ConcurrentHashMap<>();
    private final Clock clock;

    public HuntMemory(Clock clock) {
        this.clock = clock;
    }

    @Override
    public MemberState state(Destination member) {
        return new MemberState.Idle(idleSince.getOrDefault(member.line().key(), Instant.EPOCH));
    }

    @Override
    public Optional<Destination> lastOffered(String lineGroup) {
        return Optional.ofNullable(lastOffered.get(lineGroup));
    }

    void offered(String lineGroup, Destination member) {
        lastOffered.put(lineGroup, member);
    }

    /** A call of a line ended. */
    void ended(LineAppearance line) {
        idleSince.put(line.key(), clock.instant());
    }
}
