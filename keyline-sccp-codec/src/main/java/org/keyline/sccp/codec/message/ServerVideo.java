package org.keyline.sccp.codec.message;

import org.keyline.sccp.codec.field.Codec;
import org.keyline.sccp.codec.field.PortHandling;
import org.keyline.sccp.codec.field.SrtpKeyBlock;
import org.keyline.sccp.codec.field.VideoParameters;
import org.keyline.sccp.codec.wire.Bytes;
import org.keyline.sccp.codec.wire.IpAddressType;
import org.keyline.sccp.codec.wire.MediaAddress;
import org.keyline.sccp.codec.wire.SccpReader;
import org.keyline.sccp.codec.wire.SccpWriter;

/** Server to station: video. */
public sealed interface ServerVideo extends ServerMessage {
    /**
     * The phone shall open an RTP port for video or data.
     *
     * @param conferenceId the media session
     * @param passThroughPartyId the stream
     * @param codec the codec
     * @param lineInstance the line
     * @param callReference the call
     * @param payloadRfc number of the RFC of the payload
     * @param payloadType RTP payload type
     * @param conferenceCreator whether this party made the conference
     * @param parameters 76 bytes that depend on the kind of media, for video see {@link VideoParameters}
     * @param key the key to decrypt with
     * @param streamPassThroughId zero
     * @param associatedStreamId zero
     * @param sourceAddress where the media will come from, or none; from version 12 on
     * @param sourcePort the port it will come from
     * @param requestedAddressType the kind of address wanted; from version 16 on
     */
    record OpenMultiMediaReceiveChannel(
            int conferenceId,
            int passThroughPartyId,
            Codec codec,
            int lineInstance,
            int callReference,
            int payloadRfc,
            int payloadType,
            boolean conferenceCreator,
            Bytes parameters,
            SrtpKeyBlock key,
            int streamPassThroughId,
            int associatedStreamId,
            MediaAddress sourceAddress,
            int sourcePort,
            IpAddressType requestedAddressType)
            implements ServerVideo {
        static OpenMultiMediaReceiveChannel read(SccpReader in) {
            return new OpenMultiMediaReceiveChannel(
                    in.u32("conferenceId"),
                    in.u32("passThroughPartyId"),
                    Codec.of(in.u32("compressionType")),
                    in.u32(),
                    in.u32(),
                    in.u32(),
                    in.u32(),
                    in.flag(),
                    in.bytes(VideoParameters.SIZE),
                    SrtpKeyBlock.read(in),
                    in.u32(),
                    in.u32(),
                    in.address(4),
                    in.u32(),
                    IpAddressType.of(in.u32()));
        }

        @Override
        public void write(SccpWriter out) {
            out.u32(conferenceId)
                    .u32(passThroughPartyId)
                    .u32(codec.number())
                    .u32(lineInstance)
                    .u32(callReference);
            out.u32(payloadRfc).u32(payloadType).flag(conferenceCreator).bytes(VideoParameters.SIZE, parameters);
            key.write(out);
            out.u32(streamPassThroughId).u32(associatedStreamId);
            if (out.atLeast(12)) {
                out.address(sourceAddress).u32(sourcePort);
            }
            if (out.atLeast(16)) {
                out.u32(requestedAddressType.number());
            }
        }
    }

    /**
     * The phone shall send video or data.
     *
     * @param conferenceId the media session
     * @param passThroughPartyId the stream
     * @param codec the codec
     * @param remoteAddress where to
     * @param remotePort the port there
     * @param callReference the call
     * @param payloadRfc number of the RFC of the payload
     * @param payloadType RTP payload type
     * @param dscp the IP type-of-service byte, 0x88 for video
     * @param parameters 76 bytes that depend on the kind of media, for video see {@link VideoParameters}
     * @param key the key to encrypt with
     * @param streamPassThroughId zero
     * @param associatedStreamId zero
     */
    record StartMultiMediaTransmission(
            int conferenceId,
            int passThroughPartyId,
            Codec codec,
            MediaAddress remoteAddress,
            int remotePort,
            int callReference,
            int payloadRfc,
            int payloadType,
            int dscp,
            Bytes parameters,
            SrtpKeyBlock key,
            int streamPassThroughId,
            int associatedStreamId)
            implements ServerVideo {
        static StartMultiMediaTransmission read(SccpReader in) {
            return new StartMultiMediaTransmission(
                    in.u32("conferenceId"),
                    in.u32("passThroughPartyId"),
                    Codec.of(in.u32("compressionType")),
                    in.address(100),
                    in.u32(),
                    in.u32(),
                    in.u32(),
                    in.u32(),
                    in.u32(),
                    in.bytes(VideoParameters.SIZE),
                    SrtpKeyBlock.read(in),
                    in.u32(),
                    in.u32());
        }

        @Override
        public void write(SccpWriter out) {
            out.u32(conferenceId).u32(passThroughPartyId).u32(codec.number()).address(remoteAddress);
            out.u32(remotePort)
                    .u32(callReference)
                    .u32(payloadRfc)
                    .u32(payloadType)
                    .u32(dscp);
            out.bytes(VideoParameters.SIZE, parameters);
            key.write(out);
            out.u32(streamPassThroughId).u32(associatedStreamId);
        }
    }

    /**
     * The phone shall stop sending.
     *
     * @param conferenceId the media session
     * @param passThroughPartyId the stream
     * @param callReference the call, 0 for none
     * @param portHandling what becomes of the port
     */
    record StopMultiMediaTransmission(
            int conferenceId, int passThroughPartyId, int callReference, PortHandling portHandling)
            implements ServerVideo {
        static StopMultiMediaTransmission read(SccpReader in) {
            return new StopMultiMediaTransmission(
                    in.u32("conferenceId"),
                    in.u32(),
                    in.u32(),
                    in.remaining() < 4 ? PortHandling.CLOSE : PortHandling.of(in.u32()));
        }

        @Override
        public void write(SccpWriter out) {
            out.u32(conferenceId).u32(passThroughPartyId).u32(callReference).u32(portHandling.number());
        }
    }

    /**
     * The phone shall close its port.
     *
     * @param conferenceId the media session
     * @param passThroughPartyId the stream
     * @param callReference the call, 0 for none
     * @param portHandling what becomes of the port
     */
    record CloseMultiMediaReceiveChannel(
            int conferenceId, int passThroughPartyId, int callReference, PortHandling portHandling)
            implements ServerVideo {
        static CloseMultiMediaReceiveChannel read(SccpReader in) {
            return new CloseMultiMediaReceiveChannel(
                    in.u32("conferenceId"),
                    in.u32(),
                    in.u32(),
                    in.remaining() < 4 ? PortHandling.CLOSE : PortHandling.of(in.u32()));
        }

        @Override
        public void write(SccpWriter out) {
            out.u32(conferenceId).u32(passThroughPartyId).u32(callReference).u32(portHandling.number());
        }
    }

    /**
     * How a conference picture is laid out.
     *
     * @param conferenceId the media session
     * @param callReference the call, 0 for none
     * @param layoutId the layout
     */
    record VideoDisplayCommand(int conferenceId, int callReference, int layoutId) implements ServerVideo {
        static VideoDisplayCommand read(SccpReader in) {
            return new VideoDisplayCommand(in.u32("conferenceId"), in.u32(), in.u32());
        }

        @Override
        public void write(SccpWriter out) {
            out.u32(conferenceId).u32(callReference).u32(layoutId);
        }
    }
}
