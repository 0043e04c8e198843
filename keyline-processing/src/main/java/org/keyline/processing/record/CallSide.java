package org.keyline.processing.record;

import java.net.InetAddress;
import java.util.Optional;
import org.keyline.callcontrol.call.Leg;
import org.keyline.callcontrol.station.CallReference;
import org.keyline.model.device.DeviceName;
import org.keyline.model.media.MediaAddress;

/**
 * One side of a part of a call.
 *
 * @param leg the reference of its leg; 0 where no device had a part in it
 * @param device whose leg it is
 * @param number the directory number
 * @param address where the device is connected from
 * @param media where it listened, in the last media session
 * @param ended why it ended
 */
public record CallSide(
        int leg,
        Optional<DeviceName> device,
        String number,
        Optional<InetAddress> address,
        Optional<MediaAddress> media,
        Termination ended) {
    static CallSide of(Leg leg, Optional<MediaAddress> media, Termination ended) {
        return new CallSide(
                leg.reference().value(),
                Optional.of(leg.terminal().device()),
                leg.terminal().party().number(),
                Optional.empty(),
                media,
                ended);
    }

    static CallSide nobody(String number, Termination ended) {
        return new CallSide(0, Optional.empty(), number, Optional.empty(), Optional.empty(), ended);
    }

    CallSide at(LegFacts legs) {
        return leg == 0 ? this : new CallSide(leg, device, number, legs.address(new CallReference(leg)), media, ended);
    }
}
