package org.keyline.sccp.codec.message;

import java.util.List;
import org.keyline.sccp.codec.field.SequenceFlag;
import org.keyline.sccp.codec.field.Slots;
import org.keyline.sccp.codec.wire.Bytes;
import org.keyline.sccp.codec.wire.SccpReader;
import org.keyline.sccp.codec.wire.SccpWriter;

/** Station to server: data of XML services, and what the device tells of its surroundings. */
public sealed interface StationData extends StationMessage {
    /**
     * Data of an application on the phone, version 0.
     *
     * @param applicationId the application, 0 inside the phone
     * @param lineInstance the line, 0 for none
     * @param callReference the call, 0 for none
     * @param transactionId pairs question and answer
     * @param data the data, at most 2000 bytes
     */
    record DeviceToUserData(int applicationId, int lineInstance, int callReference, int transactionId, Bytes data)
            implements StationData {
        static DeviceToUserData read(SccpReader in) {
            return new DeviceToUserData(
                    in.u32("applicationId"), in.u32(), in.u32(), in.u32(), in.bytes(in.count("dataLength", 1)));
        }

        @Override
        public void write(SccpWriter out) {
            out.u32(applicationId).u32(lineInstance).u32(callReference).u32(transactionId);
            out.u32(data.length()).bytes(data);
        }
    }

    /**
     * How a push fared, version 0.
     *
     * @param applicationId the application, 0 inside the phone
     * @param lineInstance the line, 0 for none
     * @param callReference the call, 0 for none
     * @param transactionId pairs question and answer
     * @param data the data, at most 2000 bytes
     */
    record DeviceToUserDataResponse(
            int applicationId, int lineInstance, int callReference, int transactionId, Bytes data)
            implements StationData {
        static DeviceToUserDataResponse read(SccpReader in) {
            return new DeviceToUserDataResponse(
                    in.u32("applicationId"), in.u32(), in.u32(), in.u32(), in.bytes(in.count("dataLength", 1)));
        }

        @Override
        public void write(SccpWriter out) {
            out.u32(applicationId).u32(lineInstance).u32(callReference).u32(transactionId);
            out.u32(data.length()).bytes(data);
        }
    }

    /**
     * Data of an application on the phone.
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
    record DeviceToUserDataVersion1(
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
            implements StationData {
        static DeviceToUserDataVersion1 read(SccpReader in) {
            int applicationId = in.u32("applicationId");
            int lineInstance = in.u32();
            int callReference = in.u32();
            int transactionId = in.u32();
            int dataLength = in.u32("dataLength");
            return new DeviceToUserDataVersion1(
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

    /**
     * How a push fared.
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
    record DeviceToUserDataResponseVersion1(
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
            implements StationData {
        static DeviceToUserDataResponseVersion1 read(SccpReader in) {
            int applicationId = in.u32("applicationId");
            int lineInstance = in.u32();
            int callReference = in.u32();
            int transactionId = in.u32();
            int dataLength = in.u32("dataLength");
            return new DeviceToUserDataResponseVersion1(
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

    /**
     * Where a Wi-Fi phone is: XML naming access point and network.
     *
     * @param xml the document
     */
    record LocationInfo(String xml) implements StationData {
        static LocationInfo read(SccpReader in) {
            return new LocationInfo(in.text(2404));
        }

        @Override
        public void write(SccpWriter out) {
            out.text(2404, xml);
        }
    }

    /**
     * How many calls each line takes.
     *
     * @param totalLines lines in all
     * @param firstLine the line of the first limit
     * @param limits one for each line
     */
    record CallCountResp(int totalLines, int firstLine, List<LineLimit> limits) implements StationData {
        /**
         * The limits of one line.
         *
         * @param maxCalls calls at most
         * @param busyTrigger calls from which on the line is busy
         */
        public record LineLimit(int maxCalls, int busyTrigger) {
            static LineLimit read(SccpReader in) {
                return new LineLimit(in.u16(), in.u16());
            }

            void write(SccpWriter out) {
                out.u16(maxCalls).u16(busyTrigger);
            }
        }

        /** Keeps its own list. */
        public CallCountResp {
            limits = List.copyOf(limits);
        }

        static CallCountResp read(SccpReader in) {
            int total = in.u32("totalLines");
            int first = in.u32();
            int count = in.count("lineCount", 4);
            return new CallCountResp(total, first, Slots.read(in, count, count, 4, LineLimit::read));
        }

        @Override
        public void write(SccpWriter out) {
            out.u32(totalLines).u32(firstLine).u32(limits.size());
            Slots.write(out, limits, limits.size(), 4, LineLimit::write);
        }
    }
}
