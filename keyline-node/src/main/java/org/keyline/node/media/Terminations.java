package org.keyline.node.media;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.keyline.callcontrol.call.LegEvent;
import org.keyline.callcontrol.call.LegEvent.Relaying;
import org.keyline.media.relay.DigitListener;
import org.keyline.media.relay.MediaTerminationPoint;
import org.keyline.media.relay.MediaTerminationPoint.Pair;

/** Pairs of ports, each of which sends what the other receives: legs of the same number have one. */
final class Terminations implements Places {
    /** Phones tell call control of keys themselves. */
    private static final DigitListener NOBODY = _ -> {};

    private final MediaTerminationPoint point;
    private final Map<Integer, Pair> halfTaken = new HashMap<>();

    Terminations(MediaTerminationPoint point) {
        this.point = point;
    }

    @Override
    public Optional<Place> take(LegEvent offer, Runnable over) {
        if (!(offer instanceof Relaying(var leg, int number))) {
            return Optional.empty();
        }
        return leg.value() == number ? first(number) : second(number);
    }

    /** The second leg is offered next; should the first be over by then, there is no pair any more. */
    private Optional<Place> first(int number) {
        return point.open(NOBODY, NOBODY).map(pair -> {
            halfTaken.put(number, pair);
            return Place.at(pair.first(), () -> {
                if (halfTaken.remove(number, pair)) {
                    pair.close();
                }
            });
        });
    }

    private Optional<Place> second(int number) {
        return Optional.ofNullable(halfTaken.remove(number)).map(pair -> Place.alone(pair.second()));
    }

    @Override
    public int left() {
        return point.capacity().available();
    }
}
