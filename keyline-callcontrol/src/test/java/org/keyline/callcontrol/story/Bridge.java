package org.keyline.callcontrol.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keyline.callcontrol.call.CallSignal;
import org.keyline.callcontrol.call.LegEvent;
import org.keyline.callcontrol.party.Site;
import org.keyline.callcontrol.party.SrtpAlgorithm;
import org.keyline.callcontrol.party.Terminal;
import org.keyline.callcontrol.station.CallReference;
import org.keyline.callcontrol.station.Cause;
import org.keyline.callcontrol.station.Party;
import org.keyline.callcontrol.station.StationCommand.CloseReceive;
import org.keyline.callcontrol.station.StationCommand.JoinGroup;
import org.keyline.callcontrol.station.StationCommand.LeaveGroup;
import org.keyline.callcontrol.station.StationCommand.MediaCommand;
import org.keyline.callcontrol.station.StationCommand.OpenReceive;
import org.keyline.callcontrol.station.StationCommand.StartTransmit;
import org.keyline.callcontrol.station.StationCommand.StopTransmit;
import org.keyline.model.device.DeviceName;
import org.keyline.model.media.AudioCodec;
import org.keyline.model.media.MediaAddress;
import org.keyline.model.security.SecurityClass;

/**
 * A conference bridge, or a media termination point: it listens and sends as it is told, for every leg that has a seat.
 */
final class Bridge {
    private final Office office;
    private final Terminal terminal;
    private final Map<CallReference, Port> ports = new LinkedHashMap<>();
    private final List<MediaCommand> told = new ArrayList<>();
    private int seats = 100;
    private boolean running = true;
    private boolean keepsItsWord = true;
    private boolean listens = true;
    private final Set<CallReference> refused = new HashSet<>();

    /** One seat. */
    private static final class Port {
        private final int room;
        private final Map<OpenReceive, Integer> listening = new HashMap<>();
        private @Nullable StartTransmit sending;

        Port(int room) {
            this.room = room;
        }
    }

    Bridge(Office office, String name, boolean secure) {
        this(office, name, secure, List.of(AudioCodec.G711_ULAW, AudioCodec.G711_ALAW, AudioCodec.G722));
    }

    /** @param codecs what it can hear and say, or pass on */
    Bridge(Office office, String name, boolean secure, List<AudioCodec> codecs) {
        this.office = office;
        this.terminal = new Terminal(
                new DeviceName(name),
                Party.UNKNOWN,
                Optional.empty(),
                Site.in("default"),
                secure ? SecurityClass.ENCRYPTED : SecurityClass.NON_SECURE,
                secure ? Set.of(SrtpAlgorithm.AES_CM_128_HMAC_SHA1_32) : Set.of(),
                codecs);
    }

    Terminal terminal() {
        return terminal;
    }

    Bridge seats(int count) {
        seats = count;
        return this;
    }

    boolean hasRoom(int parties) {
        return running && ports.size() + parties <= seats;
    }

    /** From now on it has no seat for anybody, whatever it says before. */
    void breaksItsWord() {
        keepsItsWord = false;
    }

    /** From now on it can listen to nobody. */
    void cannotListen() {
        listens = false;
    }

    boolean isRunning() {
        return running;
    }

    /** It stops: whoever has a seat hears nothing more of it. */
    void dies() {
        running = false;
        var legs = List.copyOf(ports.keySet());
        ports.clear();
        legs.forEach(leg -> office.says(this, leg, new CallSignal.Vanished(leg)));
    }

    void hears(LegEvent event) {
        if (!running) {
            return;
        }
        office.tell("    " + terminal.device() + " <- " + event);
        if (!keepsItsWord && (event instanceof LegEvent.Seated || event instanceof LegEvent.Relaying)) {
            refused.add(event.leg());
            office.says(this, event.leg(), new CallSignal.Rejected(event.leg(), Cause.NO_CIRCUIT));
        }
        if (refused.contains(event.leg())) {
            return;
        }
        switch (event) {
            case LegEvent.Seated(var leg, var room) ->
                assertThat(ports.put(leg, new Port(room))).isNull();
            case LegEvent.Relaying(var leg, var pair) ->
                assertThat(ports.put(leg, new Port(pair))).isNull();
            case LegEvent.Media(var leg, var command) -> media(leg, command);
            case LegEvent.Cleared(var leg) -> {
                var port = ports.remove(leg);
                assertThat(port).as("port %s", leg).isNotNull();
                assertThat(Objects.requireNonNull(port).listening)
                        .as("receivers of %s", leg)
                        .isEmpty();
                assertThat(port.sending).as("transmitter of %s", leg).isNull();
            }
            default -> throw new AssertionError("A bridge hears " + event);
        }
    }

    private void media(CallReference leg, MediaCommand command) {
        var port = Objects.requireNonNull(ports.get(leg), "media for a port without a seat");
        told.add(command);
        switch (command) {
            case OpenReceive open -> {
                var number = office.nextPort();
                assertThat(port.listening.put(open, number)).isNull();
                var address = new MediaAddress(InetAddress.getLoopbackAddress(), number);
                office.says(
                        this,
                        leg,
                        listens
                                ? new CallSignal.ReceiveOpened(leg, open.stream(), address)
                                : new CallSignal.ReceiveRefused(leg, open.stream(), 1));
            }
            case CloseReceive close ->
                assertThat(port.listening
                                .keySet()
                                .removeIf(open -> open.stream().equals(close.stream())))
                        .as("closes what is open")
                        .isTrue();
            case StartTransmit start -> {
                assertThat(port.sending).as("sends twice").isNull();
                port.sending = start;
            }
            case JoinGroup _, LeaveGroup _ -> throw new AssertionError("a bridge joins no group: " + command);
            case StopTransmit _ -> {
                assertThat(port.sending).as("stops what does not send").isNotNull();
                port.sending = null;
            }
        }
    }

    /** Whether this phone hears the room, and the room this phone, both with the same keys. */
    boolean seats(Deskphone phone) {
        return ports.values().stream().anyMatch(port -> hears(port, phone) && isHeard(port, phone));
    }

    private static boolean hears(Port port, Deskphone phone) {
        return phone.sending().values().stream()
                .anyMatch(sent -> port.listening.entrySet().stream()
                        .anyMatch(open -> open.getValue() == sent.to().port() && Deskphone.match(sent, open.getKey())));
    }

    private static boolean isHeard(Port port, Deskphone phone) {
        var sent = port.sending;
        return sent != null
                && phone.listening().values().stream()
                        .anyMatch(open -> Deskphone.match(sent, open)
                                && phone.hearsAt(sent.to())
                                        .filter(open.call()::equals)
                                        .isPresent());
    }

    /** Whether each of the two hears the other through a pair of its ports, on each way with its own keys. */
    boolean connects(Deskphone one, Deskphone other) {
        return ports.values().stream()
                .anyMatch(port -> hears(port, one)
                        && isHeard(port, one)
                        && ports.values().stream()
                                .anyMatch(far -> far != port
                                        && far.room == port.room
                                        && hears(far, other)
                                        && isHeard(far, other)));
    }

    /** What its legs send. */
    Map<CallReference, StartTransmit> sending() {
        var sending = new HashMap<CallReference, StartTransmit>();
        ports.forEach((leg, port) -> Optional.ofNullable(port.sending).ifPresent(sent -> sending.put(leg, sent)));
        return sending;
    }

    /** The leg that listens there, if one does. */
    Optional<CallReference> portAt(MediaAddress address) {
        return ports.entrySet().stream()
                .filter(entry -> entry.getValue().listening.containsValue(address.port()))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** How many rooms have somebody in them. */
    long rooms() {
        return ports.values().stream().map(port -> port.room).distinct().count();
    }

    <C extends MediaCommand> List<C> told(Class<C> kind) {
        return told.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    void isEmpty() {
        assertThat(ports).as("seats of %s", terminal.device()).isEmpty();
    }
}
