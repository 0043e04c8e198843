package org.keyline.lab.phone;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keyline.lab.files.Octets;
import org.keyline.lab.media.AudioPort;
import org.keyline.lab.media.G711;
import org.keyline.lab.media.Heard;
import org.keyline.lab.media.Reception;
import org.keyline.lab.media.SrtpKey;
import org.keyline.lab.media.Transmission;
import org.keyline.sccp.codec.field.Codec;
import org.keyline.sccp.codec.field.MediaStatus;
import org.keyline.sccp.codec.field.SrtpKeyBlock;
import org.keyline.sccp.codec.message.ServerMedia;
import org.keyline.sccp.codec.message.StationMedia;
import org.keyline.sccp.codec.wire.MediaAddress;

/**
 * The media side of a phone: opens a port when told to receive, sends its tone when told to, measures what it hears.
 *
 * <p>A stream is known by its pass-through party id; one port serves both its directions. A call with several streams
 * is mixed, as by the bridge that is built into phones: each stream carries what all others bring, and the user hears
 * all. Safe for several threads.
 */
final class MediaDesk {
    private static final int MULTICAST_OK = 0;
    private static final int MULTICAST_ERROR = 1;

    private final InetAddress address;
    private final int frequency;
    private final Map<Integer, Call> calls = new HashMap<>();

    /** The streams of one call by their pass-through party ids, oldest first. */
    private static final class Call {
        private final Map<Integer, AudioStream> streams = new LinkedHashMap<>();

        private List<AudioPort> ports() {
            return streams.values().stream().map(stream -> stream.port).toList();
        }

        private long packetsSent() {
            return ports().stream().mapToLong(AudioPort::packetsSent).sum();
        }
    }

    /** One port and what it is used for. */
    private static final class AudioStream {
        private final AudioPort port;
        private boolean receiving;

        private AudioStream(AudioPort port) {
            this.port = port;
        }

        private boolean isOver() {
            return !receiving && !port.isSending();
        }
    }

    private Heard last = Heard.NOTHING;
    private long lastSent;
    private @Nullable Integer current;

    MediaDesk(InetAddress address, int frequency) {
        this.address = address;
        this.frequency = frequency;
    }

    /** Opens a receive channel and says where it is, or why not. */
    synchronized StationMedia.OpenReceiveChannelAck open(ServerMedia.OpenReceiveChannel order) {
        var codec = law(order.codec());
        if (codec.isEmpty()) {
            return refuse(order, MediaStatus.INVALID_CODEC);
        }
        var stream = stream(order.callReference(), order.conferenceId(), order.passThroughPartyId());
        stream.receiving = true;
        stream.port.receive(new Reception(codec.get(), key(order.key())));
        return ack(
                order,
                MediaStatus.OK,
                MediaAddress.of(address),
                stream.port.address().getPort());
    }

    /** Opens nothing and says why. */
    static StationMedia.OpenReceiveChannelAck refuse(ServerMedia.OpenReceiveChannel order, MediaStatus why) {
        return ack(order, why, MediaAddress.NONE, 0);
    }

    private static StationMedia.OpenReceiveChannelAck ack(
            ServerMedia.OpenReceiveChannel order, MediaStatus status, MediaAddress where, int port) {
        return new StationMedia.OpenReceiveChannelAck(
                status, where, port, order.passThroughPartyId(), order.callReference());
    }

    /** Joins a multicast group, or says that it cannot. */
    synchronized StationMedia.MulticastMediaReceptionAck join(ServerMedia.StartMulticastMediaReception order) {
        var group = new InetSocketAddress(order.multicastAddress().toInetAddress(), order.multicastPort());
        var port = law(order.codec())
                .flatMap(codec -> AudioPort.join(group, address).map(joined -> {
                    joined.receive(new Reception(codec, Optional.empty()));
                    return joined;
                }));
        if (port.isEmpty()) {
            return refuse(order);
        }
        var stream = stream(order.callReference(), order.conferenceId(), order.passThroughPartyId(), port::get);
        stream.receiving = true;
        return ack(order, MULTICAST_OK);
    }

    /** Joins nothing and says so. */
    static StationMedia.MulticastMediaReceptionAck refuse(ServerMedia.StartMulticastMediaReception order) {
        return ack(order, MULTICAST_ERROR);
    }

    private static StationMedia.MulticastMediaReceptionAck ack(
            ServerMedia.StartMulticastMediaReception order, int status) {
        return new StationMedia.MulticastMediaReceptionAck(status, order.passThroughPartyId(), order.callReference());
    }

    /** Leaves a multicast group. */
    synchronized void leave(ServerMedia.StopMulticastMediaReception order) {
        stopReceiving(order.callReference(), order.conferenceId(), order.passThroughPartyId());
    }

    /** The multicast groups it is in. */
    synchronized List<InetSocketAddress> groups() {
        return streams()
                .map(stream -> stream.port.address())
                .filter(at -> at.getAddress().isMulticastAddress())
                .toList();
    }

    /** Starts sending the phone's tone. */
    synchronized StationMedia.StartMediaTransmissionAck start(ServerMedia.StartMediaTransmission order) {
        var codec = law(order.codec());
        var stream = stream(order.callReference(), order.conferenceId(), order.passThroughPartyId());
        codec.ifPresent(law -> {
            var to = new InetSocketAddress(order.remoteAddress().toInetAddress(), order.remotePort());
            stream.port.send(new Transmission(to, law, order.milliSecondPacketSize(), key(order.key())), frequency);
        });
        return new StationMedia.StartMediaTransmissionAck(
                order.conferenceId(),
                order.passThroughPartyId(),
                order.callReference(),
                MediaAddress.of(address),
                stream.port.address().getPort(),
                codec.isPresent() ? MediaStatus.OK : MediaStatus.INVALID_CODEC);
    }

    /** Stops receiving. */
    synchronized void close(ServerMedia.CloseReceiveChannel order) {
        stopReceiving(order.callReference(), order.conferenceId(), order.passThroughPartyId());
    }

    private void stopReceiving(int callReference, int conference, int party) {
        find(callReference, conference).ifPresent(call -> {
            remember(call);
            Optional.ofNullable(call.streams.get(party)).ifPresent(stream -> {
                stream.port.stopReceiving();
                stream.receiving = false;
            });
        });
        tidy();
    }

    /** Stops sending. */
    synchronized void stop(ServerMedia.StopMediaTransmission order) {
        find(order.callReference(), order.conferenceId()).ifPresent(call -> {
            lastSent = call.packetsSent();
            Optional.ofNullable(call.streams.get(order.passThroughPartyId()))
                    .ifPresent(stream -> stream.port.stopSending());
        });
        tidy();
    }

    private void remember(Call call) {
        last = AudioPort.heard(call.ports());
        lastSent = call.packetsSent();
    }

    /** The counters of a call, open or just closed. */
    synchronized StationMedia.ConnectionStatisticsRes statistics(ServerMedia.ConnectionStatisticsReq request) {
        var call = Optional.ofNullable(calls.get(request.callReference()));
        var heard = call.map(open -> AudioPort.heard(open.ports())).orElse(last);
        long sent = call.map(Call::packetsSent).orElse(lastSent);
        return new StationMedia.ConnectionStatisticsRes(
                request.directoryNumber(),
                request.callReference(),
                request.processing().number(),
                sent,
                sent * 160,
                heard.packets(),
                heard.octets(),
                heard.lost(),
                0,
                0,
                "");
    }

    /** What is heard in the call that was opened last. */
    synchronized Heard heard() {
        return current().map(call -> AudioPort.heard(call.ports())).orElse(Heard.NOTHING);
    }

    /** What was heard at the end of the last call. */
    synchronized Heard lastHeard() {
        return last;
    }

    /** Whether a tone is being sent. */
    synchronized boolean isSending() {
        return streams().anyMatch(stream -> stream.port.isSending());
    }

    /** Whether a channel is open. */
    synchronized boolean isReceiving() {
        return streams().anyMatch(stream -> stream.receiving);
    }

    /** Ends everything, as when the power is cut. */
    synchronized void closeAll() {
        streams().forEach(stream -> stream.port.close());
        calls.clear();
        current = null;
    }

    private Optional<Call> current() {
        return current == null ? Optional.empty() : Optional.ofNullable(calls.get(current));
    }

    private Stream<AudioStream> streams() {
        return calls.values().stream().flatMap(call -> call.streams.values().stream());
    }

    private AudioStream stream(int callReference, int conference, int party) {
        return stream(callReference, conference, party, () -> AudioPort.open(address));
    }

    private AudioStream stream(int callReference, int conference, int party, Supplier<AudioPort> ports) {
        int id = callReference == 0 ? conference : callReference;
        current = id;
        var call = calls.computeIfAbsent(id, _ -> new Call());
        return call.streams.computeIfAbsent(party, _ -> {
            var port = ports.get();
            call.ports().forEach(port::bridge);
            return new AudioStream(port);
        });
    }

    private Optional<Call> find(int callReference, int conference) {
        return Optional.ofNullable(calls.get(callReference == 0 ? conference : callReference));
    }

    /** Frees the ports of streams that are over, and forgets calls without any. */
    private void tidy() {
        for (var call : calls.values()) {
            for (var stream : List.copyOf(call.streams.values())) {
                if (stream.isOver()) {
                    stream.port.close();
                    call.streams.values().remove(stream);
                    call.ports().forEach(stream.port::part);
                }
            }
        }
        calls.values().removeIf(call -> call.streams.isEmpty());
    }

    private static Optional<G711> law(Codec codec) {
        if (codec.equals(Codec.G711_ULAW_64K)) {
            return Optional.of(G711.MU_LAW);
        }
        return codec.equals(Codec.G711_ALAW_64K) ? Optional.of(G711.A_LAW) : Optional.empty();
    }

    private static Optional<SrtpKey> key(SrtpKeyBlock block) {
        return block.isEncrypted()
                ? Optional.of(new SrtpKey(block.algorithm().number(), Octets.of(block.key()), Octets.of(block.salt())))
                : Optional.empty();
    }
}
