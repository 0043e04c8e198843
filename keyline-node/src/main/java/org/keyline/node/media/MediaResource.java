package org.keyline.node.media;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.apache.pekko.actor.typed.ActorRef;
import org.keyline.callcontrol.call.CallSignal;
import org.keyline.callcontrol.call.CallSignal.Rejected;
import org.keyline.callcontrol.call.CallSignal.Vanished;
import org.keyline.callcontrol.call.LegEvent;
import org.keyline.callcontrol.party.Terminal;
import org.keyline.callcontrol.station.CallReference;
import org.keyline.callcontrol.station.Cause;
import org.keyline.model.device.DeviceName;
import org.keyline.model.media.AudioCodec;
import org.keyline.model.media.MediaAddress;
import org.keyline.processing.resource.MediaDevice;

/** A media resource as a device: it gives each leg it is offered a port, until the leg is cleared. */
final class MediaResource implements MediaDevice, AutoCloseable {
    private final Kind kind;
    private final DeviceName name;
    private final Supplier<Terminal> terminal;
    private final Places places;
    private final Map<CallReference, ServedLeg> legs = new HashMap<>();
    private final LongAdder turnedAway = new LongAdder();
    private boolean closed;

    /** @param terminal it as a party of a call, as it is configured now */
    MediaResource(Kind kind, DeviceName name, Supplier<Terminal> terminal, Places places) {
        this.kind = kind;
        this.name = name;
        this.terminal = terminal;
        this.places = places;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public DeviceName device() {
        return name;
    }

    @Override
    public Terminal terminal() {
        return terminal.get();
    }

    @Override
    public int room() {
        return places.left();
    }

    @Override
    public Map<AudioCodec, MediaAddress> groups(String source) {
        return places.groups(source);
    }

    @Override
    public void turnedAway() {
        turnedAway.increment();
    }

    /** How often {@link #turnedAway} was said. */
    long timesTurnedAway() {
        return turnedAway.sum();
    }

    @Override
    public synchronized void hear(ActorRef<CallSignal> call, List<LegEvent> events) {
        events.forEach(event -> hear(call, event));
    }

    private void hear(ActorRef<CallSignal> call, LegEvent event) {
        if (event instanceof LegEvent.Moved(var leg)) {
            call.tell(new CallSignal.Moved(leg));
            return;
        }
        var served = legs.get(event.leg());
        if (served != null) {
            served.isOf(call);
            said(served, event);
        } else if (isOffer(event)) {
            begin(call, event);
        } else if (event instanceof LegEvent.Media(var _, var command)) {
            ServedLeg.forget(command);
        }
    }

    private static boolean isOffer(LegEvent event) {
        return event instanceof LegEvent.Seated
                || event instanceof LegEvent.Playing
                || event instanceof LegEvent.Relaying;
    }

    private void said(ServedLeg served, LegEvent event) {
        if (event instanceof LegEvent.Media(var _, var command)) {
            served.command(command);
        } else if (event instanceof LegEvent.Cleared(var leg)) {
            legs.remove(leg);
            served.close();
        }
    }

    private void begin(ActorRef<CallSignal> call, LegEvent offer) {
        var leg = offer.leg();
        if (closed) {
            call.tell(new Rejected(leg, Cause.DESTINATION_OUT_OF_ORDER));
            return;
        }
        places.take(offer, () -> over(leg))
                .ifPresentOrElse(
                        place -> legs.put(leg, new ServedLeg(leg, place, call)),
                        () -> call.tell(new Rejected(leg, Cause.NO_CIRCUIT)));
    }

    private synchronized void over(CallReference leg) {
        var served = legs.get(leg);
        if (served != null) {
            served.tell(new CallSignal.Release(leg));
        }
    }

    /** The calls of all its legs hear that it is gone; what is offered later is rejected. */
    @Override
    public synchronized void close() {
        closed = true;
        legs.forEach((reference, leg) -> {
            leg.tell(new Vanished(reference));
            leg.close();
        });
        legs.clear();
    }
}
