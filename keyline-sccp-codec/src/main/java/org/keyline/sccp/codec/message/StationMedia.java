package org.keyline.sccp.codec.message;

import java.util.List;
import org.keyline.sccp.codec.field.DeviceType;
import org.keyline.sccp.codec.field.MediaStatus;
import org.keyline.sccp.codec.field.MediaType;
import org.keyline.sccp.codec.field.Slots;
import org.keyline.sccp.codec.wire.MediaAddress;
import org.keyline.sccp.codec.wire.SccpReader;
import org.keyline.sccp.codec.wire.SccpWriter;

/** Station to server: what became of media the server asked for. */
public sealed interface StationMedia extends StationMessage {
    /**
     * The UDP ports of a device with several streams, instead of IpPort.
     *
     * @param rtpMediaPorts at most 16 ports
     */
    record MediaPortList(List<Integer> rtpMediaPorts) implements StationMedia {
        private static final int SLOTS = 16;

        /** Keeps its own list. */
        public MediaPortList {
            rtpMediaPorts = List.copyOf(rtpMediaPorts);
        }

        static MediaPortList read(SccpReader in) {
            return new MediaPortList(Slots.read(in, in.count("portCount", 4), SLOTS, 4, SccpReader::u32));
        }

        @Override
        public void write(SccpWriter out) {
            out.u32(Math.min(rtpMediaPorts.size(), SLOTS));
            Slots.write(out, rtpMediaPorts, SLOTS, 4, (port, to) -> to.u32(port));
        }
    }

    /**
     * The answer to StartMulticastMediaReception; the short form lacks the call.
     *
     * @param status 0 OK, 1 error
     * @param passThroughPartyId the stream
     * @param callReference the call, 0 for none
     */
    record MulticastMediaReceptionAck(int status, int passThroughPartyId, int callReference) implements StationMedia {
        static MulticastMediaReceptionAck read(SccpReader in) {
            return new MulticastMediaReceptionAck(in.u32("status"), in.u32(), in.u32());
        }

        @Override
        public void write(SccpWriter out) {
            out.u32(status).u32(passThroughPartyId).u32(callReference);
        }
    }

    /**
     * The answer to OpenReceiveChannel. The 7905 and 7912 leave out the call.
     *
     * @param status how it fared
     * @param address where the phone wants its media
     * @param port the RTP port
     * @param passThroughPartyId the stream
     * @param callReference the call, 0 for none
     */
    record OpenReceiveChannelAck(
            MediaStatus status, MediaAddress address, int port, int passThroughPartyId, int callReference)
            implements StationMedia {
        static OpenReceiveChannelAck read(SccpReader in) {
            return new OpenReceiveChannelAck(
                    MediaStatus.of(in.u32("status")), in.address(8), in.u32(), in.u32(), in.u32());
        }

        @Override
        public void write(SccpWriter out) {
            out.u32(status.number()).address(address).u32(port).u32(passThroughPartyId);
            out.u32(callReference);
        }
    }

    /**
     * How media fared. The form shows by version and body length: number 24 or 28 bytes, the processing mode a word or
     * (in packed form, version 22) one byte, and text where there is some.
     *
     * @param directoryNumber the number of the request
     * @param callReference the call
     * @param processing what became of the counters, 0 cleared, 1 kept
     * @param packetsSent packets
     * @param octetsSent bytes
     * @param packetsReceived packets
     * @param octetsReceived bytes
     * @param packetsLost packets
     * @param jitter milliseconds
     * @param latency milliseconds
     * @param quality voice quality text such as {@code MLQK=4.5000;...}, at most 592 bytes
     */
    record ConnectionStatisticsRes(
            String directoryNumber,
            int callReference,
            int processing,
            long packetsSent,
            long octetsSent,
            long packetsReceived,
            long octetsReceived,
            long packetsLost,
            long jitter,
            long latency,
            String quality)
            implements StationMedia {
        private static final int QUALITY = 600;
        private static final int PACKED_QUALITY = 592;
        private static final int UNPACKED = 28 + 4 + 4 + 8 * 4 + QUALITY;

        static ConnectionStatisticsRes read(SccpReader in) {
            boolean packed = in.atLeast(21) && in.remaining() < UNPACKED;
            return new ConnectionStatisticsRes(
                    in.text(in.atLeast(18) ? 28 : 24),
                    in.u32("callReference"),
                    packed ? in.u8() : in.u32(),
                    in.counter(),
                    in.counter(),
                    in.counter(),
                    in.counter(),
                    in.counter(),
                    in.counter(),
                    in.counter(),
                    in.text(Math.clamp(in.counter(), 0, QUALITY)));
        }

        @Override
        public void write(SccpWriter out) {
            out.text(out.atLeast(18) ? 28 : 24, directoryNumber).u32(callReference);
            if (out.atLeast(21)) {
                writeTail(out.u8(processing), PACKED_QUALITY);
            } else {
                writeTail(out.u32(processing), QUALITY);
                out.zeros(QUALITY - out.textSize(QUALITY, quality));
            }
        }

        private void writeTail(SccpWriter out, int limit) {
            out.counter(packetsSent).counter(octetsSent).counter(packetsReceived);
            out.counter(octetsReceived).counter(packetsLost).counter(jitter).counter(latency);
            int size = out.textSize(limit, quality);
            out.u32(size).filledText(size, quality);
        }
    }

    /**
     * RTP cannot be sent.
     *
     * @param conferenceId the media session
     * @param passThroughPartyId the stream
     * @param remoteAddress where it should have gone
     * @param remotePort the port there
     * @param callReference the call, 0 for none
     */
    record MediaTransmissionFailure(
            int conferenceId, int passThroughPartyId, MediaAddress remoteAddress, int remotePort, int callReference)
            implements StationMedia {
        static MediaTransmissionFailure read(SccpReader in) {
            return new MediaTransmissionFailure(in.u32("conferenceId"), in.u32(), in.address(8), in.u32(), in.u32());
        }

        @Override
        public void write(SccpWriter out) {
            out.u32(conferenceId).u32(passThroughPartyId).address(remoteAddress).u32(remotePort);
            out.u32(callReference);
        }
    }

    /**
     * The streams of a conference bridge or media termination point.
     *
     * @param deviceType the model
     * @param inServiceStreams streams in service
     * @param maxStreamsPerConference streams of one conference at most
     * @param outOfServiceStreams streams out of service
     */
    record MediaResourceNotification(
            DeviceType deviceType, int inServiceStreams, int maxStreamsPerConference, int outOfServiceStreams)
            implements StationMedia {
        static MediaResourceNotification read(SccpReader in) {
            return new MediaResourceNotification(DeviceType.of(in.u32("deviceType")), in.u32(), in.u32(), in.u32());
        }

        @Override
        public void write(SccpWriter out) {
            out.u32(deviceType.number())
                    .u32(inServiceStreams)
                    .u32(maxStreamsPerConference)
                    .u32(outOfServiceStreams);
        }
    }

    /**
     * The answer to OpenMultiMediaReceiveChannel.
     *
     * @param status how it fared
     * @param address where the phone wants its media
     * @param port the RTP port
     * @param passThroughPartyId the stream
     * @param callReference the call, 0 for none
     */
    record OpenMultiMediaReceiveChannelAck(
            MediaStatus status, MediaAddress address, int port, int passThroughPartyId, int callReference)
            implements StationMedia {
        static OpenMultiMediaReceiveChannelAck read(SccpReader in) {
            return new OpenMultiMediaReceiveChannelAck(
                    MediaStatus.of(in.u32("status")), in.address(8), in.u32(), in.u32(), in.u32());
        }

        @Override
        public void write(SccpWriter out) {
            out.u32(status.number()).address(address).u32(port).u32(passThroughPartyId);
            out.u32(callReference);
        }
    }

    /**
     * The answer to PortRequest.
     *
     * @param conferenceId the media session
     * @param callReference the call, 0 for none
     * @param passThroughPartyId the stream
     * @param address the phone's address
     * @param rtpPort the RTP port
     * @param rtcpPort the RTCP port
     * @param mediaType what the port is for
     */
    record PortResponse(
            int conferenceId,
            int callReference,
            int passThroughPartyId,
            MediaAddress address,
            int rtpPort,
            int rtcpPort,
            MediaType mediaType)
            implements StationMedia {
        static PortResponse read(SccpReader in) {
            return new PortResponse(
                    in.u32("conferenceId"),
                    in.u32(),
                    in.u32(),
                    in.address(8),
                    in.u32(),
                    in.u32(),
                    MediaType.of(in.u32()));
        }

        @Override
        public void write(SccpWriter out) {
            out.u32(conferenceId).u32(callReference).u32(passThroughPartyId).address(address);
            out.u32(rtpPort).u32(rtcpPort);
            if (out.atLeast(19)) {
                out.u32(mediaType.number());
            }
        }
    }

    /**
     * The answer to StartMediaTransmission, from newer phones only. The 6901 leaves the first two words zero.
     *
     * @param conferenceId the media session
     * @param passThroughPartyId the stream
     * @param callReference the call, 0 for none
     * @param address where the phone sends from
     * @param port the port it sends from, often 0
     * @param status how it fared
     */
    record StartMediaTransmissionAck(
            int conferenceId,
            int passThroughPartyId,
            int callReference,
            MediaAddress address,
            int port,
            MediaStatus status)
            implements StationMedia {
        static StartMediaTransmissionAck read(SccpReader in) {
            return new StartMediaTransmissionAck(
                    in.u32("conferenceId"), in.u32(), in.u32(), in.address(8), in.u32(), MediaStatus.of(in.u32()));
        }

        @Override
        public void write(SccpWriter out) {
            out.u32(conferenceId).u32(passThroughPartyId).u32(callReference).address(address);
            out.u32(port).u32(status.number());
        }
    }

    /**
     * The answer to StartMultiMediaTransmission.
     *
     * @param conferenceId the media session
     * @param passThroughPartyId the stream
     * @param callReference the call, 0 for none
     * @param address where the phone sends from
     * @param port the port it sends from
     * @param status how it fared
     * @param unknown one more word of unknown meaning
     */
    record StartMultiMediaTransmissionAck(
            int conferenceId,
            int passThroughPartyId,
            int callReference,
            MediaAddress address,
            int port,
            MediaStatus status,
            int unknown)
            implements StationMedia {
        static StartMultiMediaTransmissionAck read(SccpReader in) {
            return new StartMultiMediaTransmissionAck(
                    in.u32("conferenceId"),
                    in.u32(),
                    in.u32(),
                    in.address(8),
                    in.u32(),
                    MediaStatus.of(in.u32()),
                    in.u32());
        }

        @Override
        public void write(SccpWriter out) {
            out.u32(conferenceId).u32(passThroughPartyId).u32(callReference).address(address);
            out.u32(port).u32(status.number()).u32(unknown);
        }
    }

    /**
     * The answer to SubscribeDtmfPayloadReq.
     *
     * @param payloadType RTP payload type of DTMF
     * @param conferenceId the media session
     * @param passThroughPartyId the stream
     */
    record SubscribeDtmfPayloadRes(int payloadType, int conferenceId, int passThroughPartyId) implements StationMedia {
        static SubscribeDtmfPayloadRes read(SccpReader in) {
            return new SubscribeDtmfPayloadRes(in.u32("payloadType"), in.u32(), in.u32());
        }

        @Override
        public void write(SccpWriter out) {
            out.u32(payloadType).u32(conferenceId).u32(passThroughPartyId);
        }
    }

    /**
     * SubscribeDtmfPayloadReq failed.
     *
     * @param payloadType RTP payload type of DTMF
     * @param conferenceId the media session
     * @param passThroughPartyId the stream
     */
    record SubscribeDtmfPayloadErr(int payloadType, int conferenceId, int passThroughPartyId) implements StationMedia {
        static SubscribeDtmfPayloadErr read(SccpReader in) {
            return new SubscribeDtmfPayloadErr(in.u32("payloadType"), in.u32(), in.u32());
        }

        @Override
        public void write(SccpWriter out) {
            out.u32(payloadType).u32(conferenceId).u32(passThroughPartyId);
        }
    }

    /**
     * The answer to UnSubscribeDtmfPayloadReq.
     *
     * @param payloadType RTP payload type of DTMF
     * @param conferenceId the media session
     * @param passThroughPartyId the stream
     */
    record UnSubscribeDtmfPayloadRes(int payloadType, int conferenceId, int passThroughPartyId)
            implements StationMedia {
        static UnSubscribeDtmfPayloadRes read(SccpReader in) {
            return new UnSubscribeDtmfPayloadRes(in.u32("payloadType"), in.u32(), in.u32());
        }

        @Override
        public void write(SccpWriter out) {
            out.u32(payloadType).u32(conferenceId).u32(passThroughPartyId);
        }
    }

    /**
     * UnSubscribeDtmfPayloadReq failed.
     *
     * @param payloadType RTP payload type of DTMF
     * @param conferenceId the media session
     * @param passThroughPartyId the stream
     */
    record UnSubscribeDtmfPayloadErr(int payloadType, int conferenceId, int passThroughPartyId)
            implements StationMedia {
        static UnSubscribeDtmfPayloadErr read(SccpReader in) {
            return new UnSubscribeDtmfPayloadErr(in.u32("payloadType"), in.u32(), in.u32());
        }

        @Override
        public void write(SccpWriter out) {
            out.u32(payloadType).u32(conferenceId).u32(passThroughPartyId);
        }
    }
}
