package org.keyline.callcontrol.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.keyline.callcontrol.call.CallState;
import org.keyline.callcontrol.call.Leg;
import org.keyline.callcontrol.location.Bandwidth;
import org.keyline.callcontrol.location.Reservation;
import org.keyline.callcontrol.station.CallReference;
import org.keyline.model.media.AudioCodec;

/** The bandwidth of an office's locations: a plain book of what each leg has reserved. */
final class Roads implements Bandwidth {
    private final Map<String, Integer> limits = new HashMap<>();
    private final Map<CallReference, Map<String, Integer>> reserved = new HashMap<>();
    private int refusals;

    Roads limit(String location, int kilobits) {
        limits.put(location, kilobits);
        return this;
    }

    Map<CallReference, Map<String, Integer>> reserved() {
        return reserved;
    }

    int refusals() {
        return refusals;
    }

    int used(String location) {
        return used(reserved, location);
    }

    private static int used(Map<CallReference, Map<String, Integer>> reservations, String location) {
        return reservations.values().stream()
                .mapToInt(one -> one.getOrDefault(location, 0))
                .sum();
    }

    @Override
    public boolean take(List<Reservation> wanted) {
        var then = new HashMap<>(reserved);
        wanted.forEach(one -> then.put(one.leg(), one.kilobits()));
        var fits = wanted.stream()
                .flatMap(one -> one.kilobits().keySet().stream())
                .allMatch(location -> used(then, location) <= Math.max(limit(location), used(location)));
        if (fits) {
            reserved.putAll(then);
            reserved.values().removeIf(Map::isEmpty);
        } else {
            refusals++;
        }
        return fits;
    }

    @Override
    public boolean admits(Reservation asked) {
        var fits = asked.kilobits().entrySet().stream()
                .allMatch(one -> used(one.getKey()) + one.getValue() <= limit(one.getKey()));
        refusals += fits ? 0 : 1;
        return fits;
    }

    private int limit(String location) {
        return limits.getOrDefault(location, Integer.MAX_VALUE);
    }

    @Override
    public void release(CallReference leg) {
        reserved.remove(leg);
    }

    /** What is reserved is what the media of these calls takes, no more and no less. */
    void carryWhatCallsHave(Collection<Office.Ongoing> calls) {
        var media = new HashMap<CallReference, Map<String, Integer>>();
        for (var call : calls) {
            Stream.concat(media(call.state()).stream(), music(call))
                    .filter(one -> !one.kilobits().isEmpty())
                    .forEach(one -> media.put(one.leg(), one.kilobits()));
        }
        assertThat(reserved).as("bandwidth reserved").isEqualTo(media);
    }

    private static Stream<Reservation> music(Office.Ongoing call) {
        return call.music().stream()
                .filter(played -> !played.isOfGroup())
                .map(played -> of(played.listener(), played.source(), played.codec()));
    }

    private static List<Reservation> media(CallState state) {
        return switch (state) {
            case CallState.Talking(var parties, var media, var _) ->
                parties.relay()
                        .map(point -> List.of(
                                of(parties.calling(), point.calling(), media.codec()),
                                of(parties.called(), point.called(), media.codec())))
                        .orElseGet(() -> Reservation.between(
                                parties.calling().reference(),
                                parties.calling().terminal().site(),
                                parties.called().reference(),
                                parties.called().terminal().site(),
                                media.codec()));
            case CallState.Barged barged -> {
                var all = new ArrayList<>(media(barged.talking()));
                all.add(of(
                        barged.guest(),
                        barged.talking().parties().leg(barged.side()),
                        barged.media().codec()));
                yield all;
            }
            case CallState.Conferring(var conference) ->
                conference.seats().stream()
                        .flatMap(seat -> seat.media().stream().map(media -> of(seat.leg(), seat.port(), media.codec())))
                        .toList();
            case CallState _ -> List.of();
        };
    }

    private static Reservation of(Leg leg, Leg other, AudioCodec codec) {
        return Reservation.of(
                leg.reference(), leg.terminal().site(), other.terminal().site(), codec);
    }
}
