package org.keyline.callcontrol.digits;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.keyline.model.dial.CallPark;
import org.keyline.model.dial.DirectedCallPark;
import org.keyline.model.dial.MeetMeNumber;
import org.keyline.model.dial.MessageWaitingNumber;
import org.keyline.model.dial.PickupGroup;

/**
 * Every number behind which a feature stands.
 *
 * @param pickupGroups by key
 * @param parks every range of slots
 * @param directedParks every range of slots that users choose
 * @param meetMes every range at which people meet
 * @param messageWaiting every number that says of messages
 */
public record FeatureNumbers(
        Map<String, PickupGroup> pickupGroups,
        Collection<CallPark> parks,
        Collection<DirectedCallPark> directedParks,
        Collection<MeetMeNumber> meetMes,
        Collection<MessageWaitingNumber> messageWaiting) {
    /** None. */
    public static final FeatureNumbers NONE = new FeatureNumbers(Map.of(), List.of(), List.of(), List.of(), List.of());

    /** These. */
    public static FeatureNumbers of(
            Collection<PickupGroup> groups,
            Collection<CallPark> parks,
            Collection<DirectedCallPark> directedParks,
            Collection<MeetMeNumber> meetMes,
            Collection<MessageWaitingNumber> messageWaiting) {
        return new FeatureNumbers(
                groups.stream().collect(Collectors.toUnmodifiableMap(PickupGroup::key, Function.identity())),
                List.copyOf(parks),
                List.copyOf(directedParks),
                List.copyOf(meetMes),
                List.copyOf(messageWaiting));
    }

    Optional<PickupGroup> pickupGroup(String key) {
        return Optional.ofNullable(pickupGroups.get(key));
    }
}
