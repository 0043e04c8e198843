package org.keyline.sccp.codec.message;

import org.keyline.sccp.codec.field.Codec;
import org.keyline.sccp.codec.field.LatentCaps;
import org.keyline.sccp.codec.field.MediaTransport;
import org.keyline.sccp.codec.field.MediaType;
import org.keyline.sccp.codec.field.PortHandling;
import org.keyline.sccp.codec.field.SessionType;
import org.keyline.sccp.codec.field.SrtpKeyBlock;
import org.keyline.sccp.codec.field.StatsProcessing;
import org.keyline.sccp.codec.field.Tone;
import org.keyline.sccp.codec.wire.Bytes;
import org.keyline.sccp.codec.wire.IpAddressType;
import org.keyline.sccp.codec.wire.MediaAddress;
import org.keyline.sccp.codec.wire.SccpReader;
import org.keyline.sccp.codec.wire.SccpWriter;

/** Server to station: opening and closing media. */
public sealed interface ServerMedia extends ServerMessage {
    /**
     * The phone shall send RTP.
     *
     * <pre>
     * up to 4: 40 bytes, to codec parameters | 5: 84, key block of 40 | 8 on: 112, key block of 48, to mixing mode
     * 15 on: 116, party direction | 17 on: 132, wide address | 21 on: 168, latent capabilities
     * </pre>
     *
     * @param conferenceId the media session
     * @param passThroughPartyId the stream
     * @param remoteAddress where to
     * @param remotePort the port there
     * @param milliSecondPacketSize milliseconds of sound in a packet
     * @param codec the codec
     * @param precedence the IP type-of-service byte, 0xB8 for expedited forwarding
     * @param silenceSuppression whether silence is left out
     * @param maxFramesPerPacket zero, or milliseconds divided by ten
     * @param codecParameters the G.723.1 rate, or mode, payload and two parameters of one byte each
     * @param callReference the call
     * @param key the key to encrypt with
     * @param streamPassThroughId zero
     * @param associatedStreamId zero
     * @param rfc2833PayloadType RTP payload type of DTMF, 0 for none
     * @param dtmfType ten from CallManager
     * @param mixingMode zero
     * @param partyDirection zero
     * @param latentCaps modem and fax
     */
    record StartMediaTransmission(
            int conferenceId,
            int passThroughPartyId,
            MediaAddress remoteAddress,
            int remotePort,
            int milliSecondPacketSize,
            Codec codec,
            int precedence,
            boolean silenceSuppression,
            int maxFramesPerPacket,
            int codecParameters,
            int callReference,
            SrtpKeyBlock key,
            int streamPassThroughId,
            int associatedStreamId,
            int rfc2833PayloadType,
            int dtmfType,
            int mixingMode,
            int partyDirection,
            LatentCaps latentCaps)
            implements ServerMedia {

        /** An ordinary voice stream, marked for expedited forwarding. */
        public static StartMediaTransmission voice(
                int conferenceId,
                int passThroughPartyId,
                int callReference,
                MediaAddress remoteAddress,
                int remotePort,
                Codec codec,
                int milliSecondPacketSize,
                int rfc2833PayloadType,
                SrtpKeyBlock key) {
            return new StartMediaTransmission(
                    conferenceId,
                    passThroughPartyId,
                    remoteAddress,
                    remotePort,
                    milliSecondPacketSize,
                    codec,
                    0xB8,
                    false,
                    0,
                    0,
                    callReference,
                    key,
                    0,
                    0,
                    rfc2833PayloadType,
                    10,
                    0,
                    0,
                    LatentCaps.NONE);
        }

        static StartMediaTransmission read(SccpReader in) {
            int conferenceId = in.u32("conferenceId");
            int party = in.u32("passThroughPartyId");
            var address = in.address(24);
            int port = in.u32("remotePort");
            int milliSeconds = in.u32();
            var codec = Codec.of(in.u32("compressionType"));
            int precedence = in.u32();
            boolean silence = in.flag();
            int maxFrames = in.u16();
            in.skip(2);
            return new StartMediaTransmission(
                    conferenceId,
                    party,
                    address,
                    port,
                    milliSeconds,
                    codec,
                    precedence,
                    silence,
                    maxFrames,
                    in.u32(),
                    in.u32(),
                    SrtpKeyBlock.read(in),
                    in.u32(),
                    in.u32(),
                    in.u32(),
                    in.u32(),
                    in.u32(),
                    in.u32(),
                    LatentCaps.read(in));
        }

        @Override
        public void write(SccpWriter out) {
            out.u32(conferenceId).u32(passThroughPartyId).address(remoteAddress).u32(remotePort);
            out.u32(milliSecondPacketSize).u32(codec.number()).u32(precedence).flag(silenceSuppression);
            out.u16(maxFramesPerPacket).zeros(2).u32(codecParameters);
            if (out.atLeast(5)) {
                out.u32(callReference);
                key.write(out);
            }
            if (out.atLeast(8)) {
                out.u32(streamPassThroughId).u32(associatedStreamId).u32(rfc2833PayloadType);
                out.u32(dtmfType).u32(mixingMode);
            }
            if (out.atLeast(15)) {
                out.u32(partyDirection);
            }
            if (out.atLeast(21)) {
                latentCaps.write(out);
            }
        }
    }

    /**
     * The phone shall stop sending RTP. CallManager 3 and older send the first two words only.
     *
     * @param conferenceId the media session
     * @param passThroughPartyId the stream
     * @param callReference the call, 0 for none
     * @param portHandling what becomes of the port
     */
    record StopMediaTransmission(int conferenceId, int passThroughPartyId, int callReference, PortHandling portHandling)
            implements ServerMedia {
        static StopMediaTransmission read(SccpReader in) {
            return new StopMediaTransmission(
                    in.u32("conferenceId"),
                    in.u32("passThroughPartyId"),
                    in.u32(),
                    in.remaining() < 4 ? PortHandling.CLOSE : PortHandling.of(in.u32()));
        }

        @Override
        public void write(SccpWriter out) {
            out.u32(conferenceId).u32(passThroughPartyId);
            if (out.atLeast(5)) {
                out.u32(callReference).u32(portHandling.number());
            }
        }
    }

    /** Historic; replaced by OpenReceiveChannel. */
    record StartMediaReception() implements ServerMedia {
        static StartMediaReception read(SccpReader in) {
            return new StartMediaReception();
        }

        @Override
        public void write(SccpWriter out) {}
    }

    /**
     * Historic; replaced by CloseReceiveChannel.
     *
     * @param conferenceId the media session
     * @param passThroughPartyId the stream
     */
    record StopMediaReception(int conferenceId, int passThroughPartyId) implements ServerMedia {
        static StopMediaReception read(SccpReader in) {
            return new StopMediaReception(in.u32(), in.u32());
        }

        @Override
        public void write(SccpWriter out) {
            out.u32(conferenceId).u32(passThroughPartyId);
        }
    }

    /**
     * A T.120-era session begins.
     *
     * @param remoteAddress where to
     * @param sessionType what it is for
     */
    record StartSessionTransmission(MediaAddress remoteAddress, SessionType sessionType) implements ServerMedia {
        static StartSessionTransmission read(SccpReader in) {
            return new StartSessionTransmission(in.address(4), SessionType.of(in.u32()));
        }

        @Override
        public void write(SccpWriter out) {
            out.address(remoteAddress).u32(sessionType.number());
        }
    }

    /**
     * A T.120-era session ends.
     *
     * @param remoteAddress where to
     * @param sessionType what it was for
     */
    record StopSessionTransmission(MediaAddress remoteAddress, SessionType sessionType) implements ServerMedia {
        static StopSessionTransmission read(SccpReader in) {
            return new StopSessionTransmission(in.address(4), SessionType.of(in.u32()));
        }

        @Override
        public void write(SccpWriter out) {
            out.address(remoteAddress).u32(sessionType.number());
        }
    }

    /**
     * Historic, layout unknown.
     *
     * @param body kept as it came
     */
    record EnunciatorCommand(Bytes body) implements ServerMedia {
        static EnunciatorCommand read(SccpReader in) {
            return new EnunciatorCommand(in.rest());
        }

        @Override
        public void write(SccpWriter out) {
            out.bytes(body);
        }
    }

    /**
     * The phone shall join a multicast group, for music or paging. CallManager 4 and older leave out the call.
     *
     * @param conferenceId the media session
     * @param passThroughPartyId the stream
     * @param multicastAddress the group
     * @param multicastPort the group's port
     * @param milliSecondPacketSize milliseconds of sound in a packet
     * @param codec the codec
     * @param echoCancel whether echo is cancelled
     * @param codecParameters the G.723.1 rate, or mode, payload and two parameters of one byte each
     * @param callReference the call, 0 for none
     */
    record StartMulticastMediaReception(
            int conferenceId,
            int passThroughPartyId,
            MediaAddress multicastAddress,
            int multicastPort,
            int milliSecondPacketSize,
            Codec codec,
            boolean echoCancel,
            int codecParameters,
            int callReference)
            implements ServerMedia {
        static StartMulticastMediaReception read(SccpReader in) {
            return new StartMulticastMediaReception(
                    in.u32("conferenceId"),
                    in.u32(),
                    in.address(20),
                    in.u32(),
                    in.u32(),
                    Codec.of(in.u32()),
                    in.flag(),
                    in.u32(),
                    in.u32());
        }

        @Override
        public void write(SccpWriter out) {
            out.u32(conferenceId)
                    .u32(passThroughPartyId)
                    .address(multicastAddress)
                    .u32(multicastPort);
            out.u32(milliSecondPacketSize).u32(codec.number()).flag(echoCancel).u32(codecParameters);
            if (out.atLeast(5)) {
                out.u32(callReference);
            }
        }
    }

    /**
     * The phone shall send to a multicast group. CallManager 4 and older leave out the call.
     *
     * @param conferenceId the media session
     * @param passThroughPartyId the stream
     * @param multicastAddress the group
     * @param multicastPort the group's port
     * @param milliSecondPacketSize milliseconds of sound in a packet
     * @param codec the codec
     * @param precedence the IP type-of-service byte
     * @param silenceSuppression whether silence is left out
     * @param maxFramesPerPacket zero, or milliseconds divided by ten
     * @param codecParameters the G.723.1 rate, or mode, payload and two parameters of one byte each
     * @param callReference the call, 0 for none
     */
    record StartMulticastMediaTransmission(
            int conferenceId,
            int passThroughPartyId,
            MediaAddress multicastAddress,
            int multicastPort,
            int milliSecondPacketSize,
            Codec codec,
            int precedence,
            boolean silenceSuppression,
            int maxFramesPerPacket,
            int codecParameters,
            int callReference)
            implements ServerMedia {
        static StartMulticastMediaTransmission read(SccpReader in) {
            int conferenceId = in.u32("conferenceId");
            int passThroughPartyId = in.u32();
            var multicastAddress = in.address(28);
            int multicastPort = in.u32();
            int milliSecondPacketSize = in.u32();
            var codec = Codec.of(in.u32());
            int precedence = in.u32();
            boolean silenceSuppression = in.flag();
            int maxFramesPerPacket = in.u16();
            in.skip(2);
            return new StartMulticastMediaTransmission(
                    conferenceId,
                    passThroughPartyId,
                    multicastAddress,
                    multicastPort,
                    milliSecondPacketSize,
                    codec,
                    precedence,
                    silenceSuppression,
                    maxFramesPerPacket,
                    in.u32(),
                    in.u32());
        }

        @Override
        public void write(SccpWriter out) {
            out.u32(conferenceId)
                    .u32(passThroughPartyId)
                    .address(multicastAddress)
                    .u32(multicastPort);
            out.u32(milliSecondPacketSize).u32(codec.number()).u32(precedence).flag(silenceSuppression);
            out.u16(maxFramesPerPacket).zeros(2).u32(codecParameters);
            if (out.atLeast(5)) {
                out.u32(callReference);
            }
        }
    }

    /**
     * The phone shall leave the group.
     *
     * @param conferenceId the media session
     * @param passThroughPartyId the stream
     * @param callReference the call, 0 for none
     */
    record StopMulticastMediaReception(int conferenceId, int passThroughPartyId, int callReference)
            implements ServerMedia {
        static StopMulticastMediaReception read(SccpReader in) {
            return new StopMulticastMediaReception(in.u32("conferenceId"), in.u32(), in.u32());
        }

        @Override
        public void write(SccpWriter out) {
            out.u32(conferenceId).u32(passThroughPartyId).u32(callReference);
        }
    }

    /**
     * The phone shall stop sending to the group.
     *
     * @param conferenceId the media session
     * @param passThroughPartyId the stream
     * @param callReference the call, 0 for none
     */
    record StopMulticastMediaTransmission(int conferenceId, int passThroughPartyId, int callReference)
            implements ServerMedia {
        static StopMulticastMediaTransmission read(SccpReader in) {
            return new StopMulticastMediaTransmission(in.u32("conferenceId"), in.u32(), in.u32());
        }

        @Override
        public void write(SccpWriter out) {
            out.u32(conferenceId).u32(passThroughPartyId).u32(callReference);
        }
    }

    /**
     * The phone shall open an RTP port and say which.
     *
     * <pre>
     * up to 4: 24 bytes, to codec parameters | 5: 68, key block of 40 | 8 on: 92, key block of 48, to DTMF type
     * 12 on: 108, source | 17 on: 128, wide address and its kind | 21 on: 168, level and latent capabilities
     * </pre>
     *
     * @param conferenceId the media session
     * @param passThroughPartyId the stream, echoed in the answer
     * @param milliSecondPacketSize milliseconds of sound in a packet
     * @param codec the codec
     * @param echoCancel whether echo is cancelled
     * @param codecParameters the G.723.1 rate, or mode, payload and two parameters of one byte each
     * @param callReference the call
     * @param key the key to decrypt with
     * @param streamPassThroughId zero
     * @param associatedStreamId zero
     * @param rfc2833PayloadType RTP payload type of DTMF, 0 for none
     * @param dtmfType ten from CallManager
     * @param mixingMode zero
     * @param partyDirection zero
     * @param sourceAddress where the media will come from, or none
     * @param sourcePort the port it will come from
     * @param requestedAddressType the kind of address wanted
     * @param audioLevelAdjustment zero
     * @param latentCaps modem and fax
     */
    record OpenReceiveChannel(
            int conferenceId,
            int passThroughPartyId,
            int milliSecondPacketSize,
            Codec codec,
            boolean echoCancel,
            int codecParameters,
            int callReference,
            SrtpKeyBlock key,
            int streamPassThroughId,
            int associatedStreamId,
            int rfc2833PayloadType,
            int dtmfType,
            int mixingMode,
            int partyDirection,
            MediaAddress sourceAddress,
            int sourcePort,
            IpAddressType requestedAddressType,
            int audioLevelAdjustment,
            LatentCaps latentCaps)
            implements ServerMedia {

        /** An ordinary voice stream from an address not known yet. */
        public static OpenReceiveChannel voice(
                int conferenceId,
                int passThroughPartyId,
                int callReference,
                Codec codec,
                int milliSecondPacketSize,
                int rfc2833PayloadType,
                SrtpKeyBlock key) {
            return new OpenReceiveChannel(
                    conferenceId,
                    passThroughPartyId,
                    milliSecondPacketSize,
                    codec,
                    false,
                    0,
                    callReference,
                    key,
                    0,
                    0,
                    rfc2833PayloadType,
                    10,
                    0,
                    0,
                    MediaAddress.NONE,
                    0,
                    IpAddressType.IPV4,
                    0,
                    LatentCaps.NONE);
        }

        static OpenReceiveChannel read(SccpReader in) {
            return new OpenReceiveChannel(
                    in.u32("conferenceId"),
                    in.u32("passThroughPartyId"),
                    in.u32("milliSecondPacketSize"),
                    Codec.of(in.u32("compressionType")),
                    in.flag(),
                    in.u32(),
                    in.u32(),
                    SrtpKeyBlock.read(in),
                    in.u32(),
                    in.u32(),
                    in.u32(),
                    in.u32(),
                    in.u32(),
                    in.u32(),
                    in.address(4),
                    in.u32(),
                    IpAddressType.of(in.u32()),
                    in.u32(),
                    LatentCaps.read(in));
        }

        @Override
        public void write(SccpWriter out) {
            out.u32(conferenceId)
                    .u32(passThroughPartyId)
                    .u32(milliSecondPacketSize)
                    .u32(codec.number());
            out.flag(echoCancel).u32(codecParameters);
            if (out.atLeast(5)) {
                out.u32(callReference);
                key.write(out);
            }
            if (out.atLeast(8)) {
                out.u32(streamPassThroughId)
                        .u32(associatedStreamId)
                        .u32(rfc2833PayloadType)
                        .u32(dtmfType);
            }
            if (out.atLeast(12)) {
                out.u32(mixingMode).u32(partyDirection).address(sourceAddress).u32(sourcePort);
            }
            if (out.atLeast(16)) {
                out.u32(requestedAddressType.number());
            }
            if (out.atLeast(21)) {
                out.u32(audioLevelAdjustment);
                latentCaps.write(out);
            }
        }
    }

    /**
     * The phone shall close its RTP port. CallManager 3 and older send the first two words only.
     *
     * @param conferenceId the media session
     * @param passThroughPartyId the stream
     * @param callReference the call, 0 for none
     * @param portHandling what becomes of the port
     */
    record CloseReceiveChannel(int conferenceId, int passThroughPartyId, int callReference, PortHandling portHandling)
            implements ServerMedia {
        static CloseReceiveChannel read(SccpReader in) {
            return new CloseReceiveChannel(
                    in.u32("conferenceId"),
                    in.u32("passThroughPartyId"),
                    in.u32(),
                    in.remaining() < 4 ? PortHandling.CLOSE : PortHandling.of(in.u32()));
        }

        @Override
        public void write(SccpWriter out) {
            out.u32(conferenceId).u32(passThroughPartyId);
            if (out.atLeast(5)) {
                out.u32(callReference).u32(portHandling.number());
            }
        }
    }

    /**
     * Asks how media fared; sent before media is closed. From version 19 on the number takes 28 bytes, before 24.
     *
     * @param directoryNumber the line's number, echoed in the answer
     * @param callReference the call
     * @param processing what becomes of the counters
     */
    record ConnectionStatisticsReq(String directoryNumber, int callReference, StatsProcessing processing)
            implements ServerMedia {
        static ConnectionStatisticsReq read(SccpReader in) {
            return new ConnectionStatisticsReq(
                    in.text(in.atLeast(19) && in.remaining() >= 36 ? 28 : 24),
                    in.u32("callReference"),
                    StatsProcessing.of(in.u32()));
        }

        @Override
        public void write(SccpWriter out) {
            out.text(out.atLeast(19) ? 28 : 24, directoryNumber)
                    .u32(callReference)
                    .u32(processing.number());
        }
    }

    /**
     * The phone shall watch a stream for failure.
     *
     * @param conferenceId the media session
     * @param passThroughPartyId the stream
     * @param milliSecondPacketSize milliseconds of sound in a packet
     * @param codec the codec
     * @param echoCancel whether echo is cancelled
     * @param codecParameters the G.723.1 rate, or mode, payload and two parameters of one byte each
     * @param callReference the call, 0 for none
     */
    record StartMediaFailureDetection(
            int conferenceId,
            int passThroughPartyId,
            int milliSecondPacketSize,
            Codec codec,
            boolean echoCancel,
            int codecParameters,
            int callReference)
            implements ServerMedia {
        static StartMediaFailureDetection read(SccpReader in) {
            return new StartMediaFailureDetection(
                    in.u32("conferenceId"), in.u32(), in.u32(), Codec.of(in.u32()), in.flag(), in.u32(), in.u32());
        }

        @Override
        public void write(SccpWriter out) {
            out.u32(conferenceId)
                    .u32(passThroughPartyId)
                    .u32(milliSecondPacketSize)
                    .u32(codec.number());
            out.flag(echoCancel).u32(codecParameters).u32(callReference);
        }
    }

    /**
     * The device shall send a digit in RTP.
     *
     * @param tone the tone
     * @param conferenceId the media session
     * @param passThroughPartyId the stream
     */
    record SendDtmfTone(Tone tone, int conferenceId, int passThroughPartyId) implements ServerMedia {
        static SendDtmfTone read(SccpReader in) {
            return new SendDtmfTone(Tone.of(in.u32("tone")), in.u32(), in.u32());
        }

        @Override
        public void write(SccpWriter out) {
            out.u32(tone.number()).u32(conferenceId).u32(passThroughPartyId);
        }
    }

    /**
     * The device shall report digits in RTP.
     *
     * @param payloadType RTP payload type of DTMF
     * @param conferenceId the media session
     * @param passThroughPartyId the stream
     * @param dtmfType kind of DTMF
     */
    record SubscribeDtmfPayloadReq(int payloadType, int conferenceId, int passThroughPartyId, int dtmfType)
            implements ServerMedia {
        static SubscribeDtmfPayloadReq read(SccpReader in) {
            return new SubscribeDtmfPayloadReq(in.u32("payloadType"), in.u32(), in.u32(), in.u32());
        }

        @Override
        public void write(SccpWriter out) {
            out.u32(payloadType).u32(conferenceId).u32(passThroughPartyId).u32(dtmfType);
        }
    }

    /**
     * The device need not report digits any longer.
     *
     * @param payloadType RTP payload type of DTMF
     * @param conferenceId the media session
     * @param passThroughPartyId the stream
     * @param dtmfType kind of DTMF
     */
    record UnSubscribeDtmfPayloadReq(int payloadType, int conferenceId, int passThroughPartyId, int dtmfType)
            implements ServerMedia {
        static UnSubscribeDtmfPayloadReq read(SccpReader in) {
            return new UnSubscribeDtmfPayloadReq(in.u32("payloadType"), in.u32(), in.u32(), in.u32());
        }

        @Override
        public void write(SccpWriter out) {
            out.u32(payloadType).u32(conferenceId).u32(passThroughPartyId).u32(dtmfType);
        }
    }

    /**
     * The phone shall choose a port without opening a channel.
     *
     * @param conferenceId the media session
     * @param callReference the call, 0 for none
     * @param passThroughPartyId the stream
     * @param transport what carries the stream
     * @param addressType the kind of address wanted
     * @param mediaType what the stream carries
     */
    record PortRequest(
            int conferenceId,
            int callReference,
            int passThroughPartyId,
            MediaTransport transport,
            IpAddressType addressType,
            MediaType mediaType)
            implements ServerMedia {
        static PortRequest read(SccpReader in) {
            return new PortRequest(
                    in.u32("conferenceId"),
                    in.u32(),
                    in.u32(),
                    MediaTransport.of(in.u32()),
                    IpAddressType.of(in.u32()),
                    MediaType.of(in.u32()));
        }

        @Override
        public void write(SccpWriter out) {
            out.u32(conferenceId).u32(callReference).u32(passThroughPartyId).u32(transport.number());
            out.u32(addressType.number()).u32(mediaType.number());
        }
    }

    /**
     * The phone shall give up a port.
     *
     * @param conferenceId the media session
     * @param callReference the call, 0 for none
     * @param passThroughPartyId the stream
     * @param mediaType what the stream carried
     */
    record PortClose(int conferenceId, int callReference, int passThroughPartyId, MediaType mediaType)
            implements ServerMedia {
        static PortClose read(SccpReader in) {
            return new PortClose(in.u32("conferenceId"), in.u32(), in.u32(), MediaType.of(in.u32()));
        }

        @Override
        public void write(SccpWriter out) {
            out.u32(conferenceId).u32(callReference).u32(passThroughPartyId).u32(mediaType.number());
        }
    }
}
