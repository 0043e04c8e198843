package org.keyline.processing.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.keyline.callcontrol.digits.Destination;
import org.keyline.callcontrol.hunt.MemberState;
import org.keyline.model.device.LineAppearance;
import org.keyline.model.device.LineInstance;
import org.keyline.model.dial.DirectoryNumber;
import org.keyline.model.dial.Line;

/** Two lines have the number 2001, one of them in the partition Lab. */
class HuntMemoryTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final DirectoryNumber NUMBER = new DirectoryNumber("2001");

    private final HuntMemory memory = new HuntMemory(Clock.fixed(NOON, ZoneOffset.UTC));

    private static Destination member(String partition) {
        return new Destination(new Line(NUMBER, partition, "", "", Optional.empty()), List.of());
    }

    @Test
    void a_call_of_one_says_nothing_of_how_long_the_other_has_been_idle() {
        memory.ended(new LineAppearance(new LineInstance(1), NUMBER, "Lab", "", "", 4, 2));

        assertThat(memory.state(member("Lab"))).isEqualTo(new MemberState.Idle(NOON));
        assertThat(memory.state(member(""))).isEqualTo(new MemberState.Idle(Instant.EPOCH));
    }
}
