package org.keyline.callcontrol.hunt;

import java.time.Duration;
import java.util.List;
import org.keyline.callcontrol.digits.Destination;

/** What hunting does next. */
public sealed interface HuntStep {
    /**
     * These members are offered the call; one, or with broadcast several at once.
     *
     * @param ringFor how long they ring before {@link Hunt#onward} goes on without an answer
     * @param from where hunting stands, to go on from
     */
    record Offer(List<Destination> members, Duration ringFor, HuntPosition from) implements HuntStep {
        public Offer {
            members = List.copyOf(members);
        }
    }

    /**
     * There is nobody left.
     *
     * @param somebodyRang whether any member rang and did not answer; else all were busy or not there
     */
    record Exhausted(boolean somebodyRang) implements HuntStep {}
}
