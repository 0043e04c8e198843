package org.keyline.callcontrol.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keyline.callcontrol.call.LegEvent;
import org.keyline.callcontrol.party.Site;
import org.keyline.callcontrol.party.SrtpAlgorithm;
import org.keyline.callcontrol.party.Terminal;
import org.keyline.callcontrol.resource.MulticastMusic;
import org.keyline.callcontrol.resource.Sound;
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

/** The music source and the annunciator of an office. It keeps what it is told and checks it for sense at once. */
final class Jukebox {
    static final DeviceName NAME = new DeviceName("MOH_1");

    private final Map<CallReference, Optional<StartTransmit>> legs = new LinkedHashMap<>();
    private final Map<CallReference, Cause> announced = new LinkedHashMap<>();
    private final Map<CallReference, Sound> sounds = new LinkedHashMap<>();
    private final Set<CallReference> gone = new HashSet<>();
    private final List<StartTransmit> told = new ArrayList<>();
    private SecurityClass security = SecurityClass.ENCRYPTED;
    private boolean runs;
    private boolean multicasts;
    private int places = Integer.MAX_VALUE;

    void runs(boolean now) {
        runs = now;
    }

    /** It plays in the clear from now on. */
    void inTheClear() {
        security = SecurityClass.NON_SECURE;
    }

    /** It rejects whoever comes after so many, although it was said to be there. */
    void places(int most) {
        places = most;
    }

    /** It sends every source to groups, and its media resource group wants that, or no longer. */
    void multicasts(boolean now) {
        multicasts = now;
    }

    boolean isRunning() {
        return runs;
    }

    Optional<Terminal> musicOnHold(Terminal held) {
        return runs ? Optional.of(terminal()) : Optional.empty();
    }

    Optional<MulticastMusic> multicastMusic(String source) {
        return runs && multicasts
                ? Optional.of(new MulticastMusic(
                        terminal(),
                        Map.of(
                                AudioCodec.G711_ULAW, group(source, AudioCodec.G711_ULAW),
                                AudioCodec.G711_ALAW, group(source, AudioCodec.G711_ALAW))))
                : Optional.empty();
    }

    /** Where a source is multicast. */
    static MediaAddress group(String source, AudioCodec codec) {
        try {
            var octets = new byte[] {(byte) 239, 1, (byte) (source.hashCode() & 0x7F), (byte) codec.payloadType()};
            return new MediaAddress(InetAddress.getByAddress(octets), 16_384);
        } catch (UnknownHostException e) {
            throw new AssertionError("four octets are an address", e);
        }
    }

    private Terminal terminal() {
        return new Terminal(
                NAME,
                new Party("", "MOH_1"),
                Optional.empty(),
                Site.in("default"),
                security,
                security == SecurityClass.ENCRYPTED ? Set.of(SrtpAlgorithm.values()) : Set.of(),
                List.of(AudioCodec.G722, AudioCodec.G711_ULAW, AudioCodec.G711_ALAW));
    }

    /** What its legs play now. */
    List<Sound> playing() {
        return legs.keySet().stream().map(sounds::get).toList();
    }

    /** Whether it takes the leg. */
    boolean takes(LegEvent offer) {
        assertThat(offer).isInstanceOf(LegEvent.Playing.class);
        assertThat(legs).as("offered twice").doesNotContainKey(offer.leg());
        boolean taken = runs && (isOfGroup(((LegEvent.Playing) offer).sound()) || portsTaken() < places);
        if (taken) {
            legs.put(offer.leg(), Optional.empty());
            sounds.put(offer.leg(), ((LegEvent.Playing) offer).sound());
            if (offer instanceof LegEvent.Playing(var leg, Sound.Announcement(var cause, var _))) {
                announced.put(leg, cause);
            }
        } else {
            gone.add(offer.leg());
        }
        return taken;
    }

    private static boolean isOfGroup(Sound sound) {
        return sound instanceof Sound.GroupMusic;
    }

    /** Legs it sends to alone, or is about to. */
    int portsTaken() {
        return (int) playing().stream().filter(sound -> !isOfGroup(sound)).count();
    }

    void hears(LegEvent event) {
        switch (event) {
            case LegEvent.Media(var leg, var command) when legs.containsKey(leg) -> media(leg, command);
            case LegEvent.Cleared(var leg)
            when legs.containsKey(leg) ->
                assertThat(legs.remove(leg))
                        .as("what it sends when it is cleared")
                        .isEmpty();
            case LegEvent _ ->
                assertThat(gone).as("told of a leg it never had: %s", event).contains(event.leg());
        }
    }

    private void media(CallReference leg, MediaCommand command) {
        assertThat(sounds.get(leg)).as("what media commands are for").isNotInstanceOf(Sound.GroupMusic.class);
        switch (command) {
            case StartTransmit start -> {
                assertThat(legs.put(leg, Optional.of(start))).as("sends twice").isEmpty();
                told.add(start);
            }
            case StopTransmit stop -> {
                var before = legs.put(leg, Optional.empty());
                assertThat(before).isNotNull();
                assertThat(before.map(StartTransmit::stream))
                        .as("stopped what does not send")
                        .contains(stop.stream());
            }
            case OpenReceive _, CloseReceive _, JoinGroup _, LeaveGroup _ ->
                throw new AssertionError("music does not listen: " + command);
        }
    }

    /** It stops: its legs, whose calls are to be told. */
    List<CallReference> stops() {
        var left = List.copyOf(legs.keySet());
        gone.addAll(left);
        legs.clear();
        runs = false;
        return left;
    }

    /** What it announces now, by its legs. */
    Map<CallReference, Cause> announcing() {
        announced.keySet().retainAll(legs.keySet());
        return announced;
    }

    /** What it sends now. */
    List<StartTransmit> sending() {
        return legs.values().stream().flatMap(Optional::stream).toList();
    }

    /** Everything it was told to send. */
    List<StartTransmit> told() {
        return told;
    }

    /** Legs it has. */
    Set<CallReference> legs() {
        return legs.keySet();
    }
}
