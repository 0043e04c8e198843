package org.keyline.node.media;

import java.util.Arrays;
import java.util.Optional;
import org.apache.pekko.actor.typed.ActorRef;
import org.keyline.callcontrol.call.CallSignal;
import org.keyline.callcontrol.call.CallSignal.ReceiveOpened;
import org.keyline.callcontrol.call.CallSignal.ReceiveRefused;
import org.keyline.callcontrol.station.CallReference;
import org.keyline.callcontrol.station.MediaKey;
import org.keyline.callcontrol.station.MediaStream;
import org.keyline.callcontrol.station.StationCommand.CloseReceive;
import org.keyline.callcontrol.station.StationCommand.JoinGroup;
import org.keyline.callcontrol.station.StationCommand.LeaveGroup;
import org.keyline.callcontrol.station.StationCommand.MediaCommand;
import org.keyline.callcontrol.station.StationCommand.OpenReceive;
import org.keyline.callcontrol.station.StationCommand.StartTransmit;
import org.keyline.callcontrol.station.StationCommand.StopTransmit;
import org.keyline.media.port.MediaPort;
import org.keyline.media.port.Opening;
import org.keyline.media.port.Reception;
import org.keyline.media.port.StreamKey;
import org.keyline.media.port.Transmission;

/** One leg and its port: commands of its call go to the port, and the port's answers to its call. */
final class ServedLeg {
    private static final int CANNOT = 1;

    private final CallReference reference;
    private final Place place;
    private volatile ActorRef<CallSignal> call;

    ServedLeg(CallReference reference, Place place, ActorRef<CallSignal> call) {
        this.reference = reference;
        this.place = place;
        this.call = call;
    }

    /** Whoever speaks to a leg is its call from then on. */
    void isOf(ActorRef<CallSignal> speaking) {
        call = speaking;
    }

    void command(MediaCommand command) {
        place.port().ifPresentOrElse(port -> command(port, command), () -> forget(command));
    }

    private void command(MediaPort port, MediaCommand command) {
        switch (command) {
            case OpenReceive(var _, var stream, var codec, int millis, var key) -> {
                var own = key.map(ServedLeg::taken);
                var _ = port.openReceive(new Reception(codec, millis, own))
                        .thenAccept(opening -> tell(answer(stream, opening)));
                own.ifPresent(StreamKey::wipe);
            }
            case CloseReceive _ -> port.closeReceive();
            case StartTransmit(var _, var _, var to, var codec, int millis, var key) -> {
                var own = key.map(ServedLeg::taken);
                port.startTransmit(new Transmission(to, codec, millis, own));
                own.ifPresent(StreamKey::wipe);
            }
            case StopTransmit _ -> port.stopTransmit();
            case JoinGroup _, LeaveGroup _ -> {
                // A resource sends to groups; it hears none.
            }
        }
    }

    private CallSignal answer(MediaStream stream, Opening opening) {
        return switch (opening) {
            case Opening.Listening(var address) -> new ReceiveOpened(reference, stream, address);
            case Opening.Refused _ -> new ReceiveRefused(reference, stream, CANNOT);
        };
    }

    void tell(CallSignal signal) {
        call.tell(signal);
    }

    void close() {
        place.port().ifPresent(MediaPort::close);
        place.left().run();
    }

    /** The port's own copy of a key; the command's is wiped. */
    private static StreamKey taken(MediaKey given) {
        var key = given.key();
        var salt = given.salt();
        var own = new StreamKey(key, salt);
        Arrays.fill(key, (byte) 0);
        Arrays.fill(salt, (byte) 0);
        given.wipe();
        return own;
    }

    /** Wipes the key of a command that reaches nobody. */
    static void forget(MediaCommand command) {
        key(command).ifPresent(MediaKey::wipe);
    }

    private static Optional<MediaKey> key(MediaCommand command) {
        return switch (command) {
            case OpenReceive open -> open.key();
            case StartTransmit start -> start.key();
            case CloseReceive _, StopTransmit _, JoinGroup _, LeaveGroup _ -> Optional.empty();
        };
    }
}
