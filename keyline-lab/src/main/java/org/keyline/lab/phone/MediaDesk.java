package org.keyline.lab.phone;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 * <p>A stream is known by its pass-through party id; one port serves both directions of a call. Safe for several
 * threads.
 */
final class MediaDesk {
    private final InetAddress address;
    private final int frequency;
    private final Map<Integer, Call> calls = new HashMap<>();

    /** The port of one call and the counters asked for after it was closed. */
    private static final class Call {
        private final AudioPort port;
        private int sending;
        private int receiving;

        private Call(AudioPort port) {
            this.port = port;
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
        var call = call(order.callReference(), order.conferenceId());
        call.receiving = order.passThroughPartyId();
        call.port.receive(new Reception(codec.get(), key(order.key())));
        return ack(
                order,
                MediaStatus.OK,
                MediaAddress.of(address),
                call.port.address().getPort());
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

    /** Starts sending the phone's tone. */
    synchronized StationMedia.StartMediaTransmissionAck start(ServerMedia.StartMediaTransmission order) {
        var codec = law(order.codec());
        var call = call(order.callReference(), order.conferenceId());
        codec.ifPresent(law -> {
            var to = new InetSocketAddress(order.remoteAddress().toInetAddress(), order.remotePort());
            call.sending = order.passThroughPartyId();
            call.port.send(new Transmission(to, law, order.milliSecondPacketSize(), key(order.key())), frequency);
        });
        return new StationMedia.StartMediaTransmissionAck(
                order.conferenceId(),
                order.passThroughPartyId(),
                order.callReference(),
                MediaAddress.of(address),
                call.port.address().getPort(),
                codec.isPresent() ? MediaStatus.OK : MediaStatus.INVALID_CODEC);
    }

    /** Stops receiving. */
    synchronized void close(ServerMedia.CloseReceiveChannel order) {
        find(order.callReference(), order.conferenceId()).ifPresent(call -> {
            last = call.port.heard();
            lastSent = call.port.packetsSent();
            call.port.stopReceiving();
            call.receiving = 0;
        });
        tidy();
    }

    /** Stops sending. */
    synchronized void stop(ServerMedia.StopMediaTransmission order) {
        find(order.callReference(), order.conferenceId()).ifPresent(call -> {
            lastSent = call.port.packetsSent();
            call.port.stopSending();
            call.sending = 0;
        });
        tidy();
    }

    /** The counters of a call, open or just closed. */
    synchronized StationMedia.ConnectionStatisticsRes statistics(ServerMedia.ConnectionStatisticsReq request) {
        var call = Optional.ofNullable(calls.get(request.callReference()));
        var heard = call.map(open -> open.port.heard()).orElse(last);
        long sent = call.map(open -> open.port.packetsSent()).orElse(lastSent);
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
        return current().map(call -> call.port.heard()).orElse(Heard.NOTHING);
    }

    /** What was heard at the end of the last call. */
    synchronized Heard lastHeard() {
        return last;
    }

    /** Whether a tone is being sent. */
    synchronized boolean isSending() {
        return calls.values().stream().anyMatch(call -> call.port.isSending());
    }

    /** Whether a channel is open. */
    synchronized boolean isReceiving() {
        return calls.values().stream().anyMatch(call -> call.receiving != 0);
    }

    /** Ends everything, as when the power is cut. */
    synchronized void closeAll() {
        List.copyOf(calls.values()).forEach(call -> call.port.close());
        calls.clear();
        current = null;
    }

    private Optional<Call> current() {
        return current == null ? Optional.empty() : Optional.ofNullable(calls.get(current));
    }

    private Call call(int callReference, int conference) {
        int id = callReference == 0 ? conference : callReference;
        current = id;
        return calls.computeIfAbsent(id, _ -> new Call(AudioPort.open(address)));
    }

    private Optional<Call> find(int callReference, int conference) {
        return Optional.ofNullable(calls.get(callReference == 0 ? conference : callReference));
    }

    /** Frees the ports of calls without a stream. */
    private void tidy() {
        calls.values().removeIf(call -> {
            boolean over = call.sending == 0 && call.receiving == 0;
            if (over) {
                call.port.close();
            }
            return over;
        });
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
