package org.keyline.sccp.codec.message;

import java.util.List;
import org.keyline.sccp.codec.field.Slots;
import org.keyline.sccp.codec.wire.Bytes;
import org.keyline.sccp.codec.wire.MediaAddress;
import org.keyline.sccp.codec.wire.SccpReader;
import org.keyline.sccp.codec.wire.SccpWriter;

/** Bridge, annunciator or RSVP agent to server. */
public sealed interface StationBridge extends StationMessage {
    /**
     * A conference shall end.
     *
     * @param conferenceId the media session
     * @param serviceNumber the conference service
     */
    record ClearConference(int conferenceId, int serviceNumber) implements StationBridge {
        static ClearConference read(SccpReader in) {
            return new ClearConference(in.u32("conferenceId"), in.u32());
        }

        @Override
        public void write(SccpWriter out) {
            out.u32(conferenceId).u32(serviceNumber);
        }
    }

    /**
     * The answer to CreateConferenceReq.
     *
     * @param conferenceId the media session
     * @param result 0 for success
     * @param data the data, at most 2000 bytes
     */
    record CreateConferenceRes(int conferenceId, int result, Bytes data) implements StationBridge {
        static CreateConferenceRes read(SccpReader in) {
            return new CreateConferenceRes(in.u32("conferenceId"), in.u32(), in.bytes(in.count("dataLength", 1)));
        }

        @Override
        public void write(SccpWriter out) {
            out.u32(conferenceId).u32(result).u32(data.length()).bytes(data);
        }
    }

    /**
     * The answer to DeleteConferenceReq.
     *
     * @param conferenceId the media session
     * @param result 0 for success
     */
    record DeleteConferenceRes(int conferenceId, int result) implements StationBridge {
        static DeleteConferenceRes read(SccpReader in) {
            return new DeleteConferenceRes(in.u32("conferenceId"), in.u32());
        }

        @Override
        public void write(SccpWriter out) {
            out.u32(conferenceId).u32(result);
        }
    }

    /**
     * The answer to ModifyConferenceReq.
     *
     * @param conferenceId the media session
     * @param result 0 for success
     * @param data the data, at most 2000 bytes
     */
    record ModifyConferenceRes(int conferenceId, int result, Bytes data) implements StationBridge {
        static ModifyConferenceRes read(SccpReader in) {
            return new ModifyConferenceRes(in.u32("conferenceId"), in.u32(), in.bytes(in.count("dataLength", 1)));
        }

        @Override
        public void write(SccpWriter out) {
            out.u32(conferenceId).u32(result).u32(data.length()).bytes(data);
        }
    }

    /**
     * The answer to AddParticipantReq.
     *
     * @param conferenceId the media session
     * @param callReference the call, 0 for none
     * @param result 0 for success
     * @param bridgeParticipantId the bridge's own name for the participant
     */
    record AddParticipantRes(int conferenceId, int callReference, int result, Bytes bridgeParticipantId)
            implements StationBridge {
        static AddParticipantRes read(SccpReader in) {
            return new AddParticipantRes(in.u32("conferenceId"), in.u32(), in.u32(), in.rest());
        }

        @Override
        public void write(SccpWriter out) {
            out.u32(conferenceId).u32(callReference).u32(result).bytes(bridgeParticipantId);
        }
    }

    /**
     * The conferences of a bridge.
     *
     * @param last whether no further message follows
     * @param conferences the conferences
     */
    record AuditConferenceRes(int last, List<Conference> conferences) implements StationBridge {
        private static final int SIZE = 76;

        /**
         * One conference.
         *
         * @param conferenceId its id
         * @param resourceType 0 conference, 1 IVR
         * @param reservedParticipants places reserved
         * @param activeParticipants places taken
         * @param applicationId the application that made it
         * @param applicationConferenceId the application's own id
         * @param applicationData the application's own data
         */
        public record Conference(
                int conferenceId,
                int resourceType,
                int reservedParticipants,
                int activeParticipants,
                int applicationId,
                String applicationConferenceId,
                String applicationData) {
            static Conference read(SccpReader in) {
                return new Conference(in.u32(), in.u32(), in.u32(), in.u32(), in.u32(), in.text(32), in.text(24));
            }

            void write(SccpWriter out) {
                out.u32(conferenceId)
                        .u32(resourceType)
                        .u32(reservedParticipants)
                        .u32(activeParticipants);
                out.u32(applicationId).text(32, applicationConferenceId).text(24, applicationData);
            }
        }

        /** Keeps its own list. */
        public AuditConferenceRes {
            conferences = List.copyOf(conferences);
        }

        static AuditConferenceRes read(SccpReader in) {
            int last = in.u32("last");
            int count = in.count("conferenceCount", SIZE);
            return new AuditConferenceRes(last, Slots.read(in, count, count, SIZE, Conference::read));
        }

        @Override
        public void write(SccpWriter out) {
            out.u32(last).u32(conferences.size());
            Slots.write(out, conferences, conferences.size(), SIZE, Conference::write);
        }
    }

    /**
     * The participants of a conference.
     *
     * @param result 0 for success
     * @param last whether no further message follows
     * @param conferenceId the conference
     * @param callReferences one for each participant
     */
    record AuditParticipantRes(int result, int last, int conferenceId, List<Integer> callReferences)
            implements StationBridge {
        /** Keeps its own list. */
        public AuditParticipantRes {
            callReferences = List.copyOf(callReferences);
        }

        static AuditParticipantRes read(SccpReader in) {
            int result = in.u32("result");
            int last = in.u32();
            int conferenceId = in.u32();
            int count = in.count("participantCount", 4);
            return new AuditParticipantRes(
                    result, last, conferenceId, Slots.read(in, count, count, 4, SccpReader::u32));
        }

        @Override
        public void write(SccpWriter out) {
            out.u32(result).u32(last).u32(conferenceId).u32(callReferences.size());
            Slots.write(out, callReferences, callReferences.size(), 4, (call, to) -> to.u32(call));
        }
    }

    /**
     * A reservation was made.
     *
     * @param conferenceId the media session
     * @param callReference the call, 0 for none
     * @param passThroughPartyId the stream
     * @param remoteAddress the other end of the stream
     * @param remotePort the port there
     * @param parameters the message's own words, not needed for phones
     */
    record QosResvNotify(
            int conferenceId,
            int callReference,
            int passThroughPartyId,
            MediaAddress remoteAddress,
            int remotePort,
            Bytes parameters)
            implements StationBridge {
        static QosResvNotify read(SccpReader in) {
            return new QosResvNotify(in.u32("conferenceId"), in.u32(), in.u32(), in.address(4), in.u32(), in.rest());
        }

        @Override
        public void write(SccpWriter out) {
            out.u32(conferenceId).u32(callReference).u32(passThroughPartyId).address(remoteAddress);
            out.u32(remotePort).bytes(parameters);
        }
    }

    /**
     * A reservation failed.
     *
     * @param conferenceId the media session
     * @param callReference the call, 0 for none
     * @param passThroughPartyId the stream
     * @param remoteAddress the other end of the stream
     * @param remotePort the port there
     * @param parameters the message's own words, not needed for phones
     */
    record QosErrorNotify(
            int conferenceId,
            int callReference,
            int passThroughPartyId,
            MediaAddress remoteAddress,
            int remotePort,
            Bytes parameters)
            implements StationBridge {
        static QosErrorNotify read(SccpReader in) {
            return new QosErrorNotify(in.u32("conferenceId"), in.u32(), in.u32(), in.address(4), in.u32(), in.rest());
        }

        @Override
        public void write(SccpWriter out) {
            out.u32(conferenceId).u32(callReference).u32(passThroughPartyId).address(remoteAddress);
            out.u32(remotePort).bytes(parameters);
        }
    }

    /**
     * An announcement has ended.
     *
     * @param conferenceId the media session
     * @param status 0 OK, 1 error
     */
    record AnnouncementFinish(int conferenceId, int status) implements StationBridge {
        static AnnouncementFinish read(SccpReader in) {
            return new AnnouncementFinish(in.u32("conferenceId"), in.u32());
        }

        @Override
        public void write(SccpWriter out) {
            out.u32(conferenceId).u32(status);
        }
    }
}
