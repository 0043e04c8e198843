package org.keyline.sccp.codec.message;

import org.keyline.sccp.codec.field.SequenceFlag;
import org.keyline.sccp.codec.wire.Bytes;
import org.keyline.sccp.codec.wire.SccpReader;
import org.keyline.sccp.codec.wire.SccpWriter;

/** Server to station: data of XML services. */
public sealed interface ServerData extends ServerMessage {
    /**
     * Data for an application on the phone, version 0.
     *
     * @param applicationId the application, 0 inside the phone
     * @param lineInstance the line, 0 for none
     * @param callReference the call, 0 for none
     * @param transactionId pairs question and answer
     * @param data the data, at most 2000 bytes
     */
    record UserToDeviceData(int applicationId, int lineInstance, int callReference, int transactionId, Bytes data)
            implements ServerData {
        static UserToDeviceData read(SccpReader in) {
            return new UserToDeviceData(
                    in.u32("applicationId"), in.u32(), in.u32(), in.u32(), in.bytes(in.count("dataLength", 1)));
        }

        @Override
        public void write(SccpWriter out) {
            out.u32(applicationId).u32(lineInstance).u32(callReference).u32(transactionId);
            out.u32(data.length()).bytes(data);
        }
    }

    /**
     * Data for an application on the phone.
     *
     * @param applicationId the application, 0 inside the phone
     * @param lineInstance the line, 0 for none
     * @param callReference the call, 0 for none
     * @param transactionId pairs question and answer
     * @param sequenceFlag the place of this part
     * @param displayPriority 0 at once, 1 when idle, 2 only if idle
     * @param conferenceId the media session
     * @param applicationInstanceId the application's instance
     * @param routingId one works
     * @param data the data, at most 2000 bytes
     */
    record UserToDeviceDataVersion1(
            int applicationId,
            int lineInstance,
            int callReference,
            int transactionId,
            SequenceFlag sequenceFlag,
            int displayPriority,
            int conferenceId,
            int applicationInstanceId,
            int routingId,
            Bytes data)
            implements ServerData {
        static UserToDeviceDataVersion1 read(SccpReader in) {
            int applicationId = in.u32("applicationId");
            int lineInstance = in.u32();
            int callReference = in.u32();
            int transactionId = in.u32();
            int dataLength = in.u32("dataLength");
            return new UserToDeviceDataVersion1(
                    applicationId,
                    lineInstance,
                    callReference,
                    transactionId,
                    SequenceFlag.of(in.u32()),
                    in.u32(),
                    in.u32(),
                    in.u32(),
                    in.u32(),
                    in.bytes(dataLength));
        }

        @Override
        public void write(SccpWriter out) {
            out.u32(applicationId).u32(lineInstance).u32(callReference).u32(transactionId);
            out.u32(data.length())
                    .u32(sequenceFlag.number())
                    .u32(displayPriority)
                    .u32(conferenceId);
            out.u32(applicationInstanceId).u32(routingId).bytes(data);
        }
    }
}
