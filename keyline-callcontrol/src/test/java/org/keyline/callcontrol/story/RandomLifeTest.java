package org.keyline.callcontrol.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import org.keyline.callcontrol.call.CallState;
import org.keyline.callcontrol.station.Softkey;
import org.keyline.callcontrol.story.Life.Happening;
import org.keyline.callcontrol.story.Life.Kind;

/**
 * Whatever users do, in whatever order phones and calls hear of each other: every channel is closed, no key serves
 * twice and all are wiped, no call outlives its parties, both sides show the same security class, nothing follows a
 * Clear.
 */
class RandomLifeTest {
    private static final Set<Class<? extends CallState>> SEEN = new HashSet<>();
    private static final AtomicBoolean GROUP_GIVEN_UP = new AtomicBoolean();

    @AfterContainer
    static void random_lives_meet_every_state_that_lasts() {
        assertThat(SEEN)
                .contains(
                        CallState.Dialling.class,
                        CallState.EnteringCode.class,
                        CallState.Ringing.class,
                        CallState.Talking.class,
                        CallState.OnHold.class,
                        CallState.Conferring.class,
                        CallState.Barged.class,
                        CallState.Failed.class);
        assertThat(GROUP_GIVEN_UP).as("somebody could not hear a group").isTrue();
    }

    /** What takes so many things in a row that chance alone would hardly ever do them: a guest in a call. */
    private static final List<Happening> BARGED = List.of(
            new Happening(Kind.CALL, 1, 1),
            new Happening(Kind.SETTLE, 0, 0),
            new Happening(Kind.ANSWER, 0, 0),
            new Happening(Kind.SETTLE, 0, 0),
            new Happening(Kind.BARGE, 4, 0),
            new Happening(Kind.SETTLE, 0, 0));

    /** The same for who is held and hears a group. */
    private static final List<Happening> IN_A_GROUP = List.of(
            new Happening(Kind.MUSIC, 0, 0),
            new Happening(Kind.CALL, 0, 4),
            new Happening(Kind.SETTLE, 0, 0),
            new Happening(Kind.ANSWER, 3, 0),
            new Happening(Kind.SETTLE, 0, 0),
            new Happening(Kind.LISTEN, 3, 0),
            new Happening(Kind.SETTLE, 0, 0),
            new Happening(Kind.SOFTKEY, 0, List.of(Softkey.values()).indexOf(Softkey.HOLD)),
            new Happening(Kind.SETTLE, 0, 0));

    /** The same for who cannot hear it. */
    private static final List<Happening> REFUSES_A_GROUP = Stream.concat(
                    IN_A_GROUP.stream(), Stream.of(new Happening(Kind.GROUP, 3, 1), new Happening(Kind.SETTLE, 0, 0)))
            .toList();

    @Property(tries = 3_000, shrinking = ShrinkingMode.OFF)
    void nothing_is_left_when_everybody_has_hung_up(@ForAll("lives") List<Happening> happenings) {
        if (failure(happenings).isPresent()) {
            var shortest = shortest(happenings);
            throw new AssertionError("It takes no more than " + shortest + "\n"
                    + failure(shortest).orElse(""));
        }
    }

    /** What goes wrong and the story to it, if something does. */
    private static Optional<String> failure(List<Happening> happenings) {
        var life = new Life();
        try {
            happenings.forEach(life::happens);
            life.ends();
            SEEN.addAll(life.seen());
            GROUP_GIVEN_UP.compareAndSet(false, life.gaveUpAGroup());

            return Optional.empty();
        } catch (AssertionError | RuntimeException broken) {
            return Optional.of(broken.getMessage() + "\n" + life.story());
        }
    }

    /** Leaves out whatever the failure does not need. */
    private static List<Happening> shortest(List<Happening> failing) {
        var left = new ArrayList<>(failing);
        for (var at = left.size() - 1; at >= 0; at--) {
            var dropped = left.remove(at);
            if (failure(left).isEmpty()) {
                left.add(at, dropped);
            }
        }
        return left;
    }

    @Provide
    Arbitrary<List<Happening>> lives() {
        var kinds = Arbitraries.frequencyOf(Stream.of(Kind.values())
                .map(kind -> Tuple.of(kind.weight(), Arbitraries.just(kind)))
                .toList());
        var happenings = Combinators.combine(
                        kinds,
                        Arbitraries.integers().between(0, Life.PHONES - 1),
                        Arbitraries.integers().between(0, 63))
                .as(Happening::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(200)
                .withSizeDistribution(RandomDistribution.uniform());
        var beginnings = Arbitraries.frequency(
                Tuple.of(16, List.<Happening>of()),
                Tuple.of(2, BARGED),
                Tuple.of(1, IN_A_GROUP),
                Tuple.of(1, REFUSES_A_GROUP));
        return Combinators.combine(beginnings, happenings)
                .as((beginning, more) ->
                        Stream.concat(beginning.stream(), more.stream()).toList());
    }
}
