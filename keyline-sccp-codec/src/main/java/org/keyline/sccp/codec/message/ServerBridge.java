package org.keyline.sccp.codec.message;

import java.util.List;
import org.keyline.sccp.codec.field.Slots;
import org.keyline.sccp.codec.field.Tone;
import org.keyline.sccp.codec.wire.Bytes;
import org.keyline.sccp.codec.wire.MediaAddress;
import org.keyline.sccp.codec.wire.SccpReader;
import org.keyline.sccp.codec.wire.SccpWriter;

/** Server to bridge, annunciator or RSVP agent. */
public sealed interface ServerBridge extends ServerMessage {
    /**
     * Announcements shall be played.
     *
     * @param announcements at most 32 announcements in order
     * @param ackRequired whether AnnouncementFinish is wanted
     * @param conferenceId the media session
     * @param parties at most 16 streams
     * @param hearingPartyMask which of them hear it
     * @param playMode 0 XML, 1 once, 2 for ever
     */
    record StartAnnouncement(
            List<Announcement> announcements,
            boolean ackRequired,
            int conferenceId,
            List<Integer> parties,
            int hearingPartyMask,
            int playMode)
            implements ServerBridge {
        private static final int SLOTS = 32;
        private static final int SIZE = 12;
        private static final int PARTIES = 16;

        /**
         * One announcement.
         *
         * @param locale its language
         * @param country its country
         * @param tone what is played
         */
        public record Announcement(int locale, int country, Tone tone) {
            private static final Announcement NONE = new Announcement(0, 0, Tone.SILENCE);

            static Announcement read(SccpReader in) {
                return new Announcement(in.u32(), in.u32(), Tone.of(in.u32()));
            }

            void write(SccpWriter out) {
                out.u32(locale).u32(country).u32(tone.number());
            }
        }

        /** Keeps its own lists. */
        public StartAnnouncement {
            announcements = List.copyOf(announcements);
            parties = List.copyOf(parties);
        }

        static StartAnnouncement read(SccpReader in) {
            return new StartAnnouncement(
                    Slots.read(in, SLOTS, SLOTS, SIZE, Announcement::read).stream()
                            .takeWhile(one -> !one.equals(Announcement.NONE))
                            .toList(),
                    in.u32("ackRequired") != 0,
                    in.u32(),
                    Slots.read(in, PARTIES, PARTIES, 4, SccpReader::u32).stream()
                            .takeWhile(party -> party != 0)
                            .toList(),
                    in.u32(),
                    in.u32());
        }

        @Override
        public void write(SccpWriter out) {
            Slots.write(out, announcements, SLOTS, SIZE, Announcement::write);
            out.flag(ackRequired).u32(conferenceId);
            Slots.write(out, parties, PARTIES, 4, (party, to) -> to.u32(party));
            out.u32(hearingPartyMask).u32(playMode);
        }
    }

    /**
     * The announcements of a session end.
     *
     * @param conferenceId the media session
     */
    record StopAnnouncement(int conferenceId) implements ServerBridge {
        static StopAnnouncement read(SccpReader in) {
            return new StopAnnouncement(in.u32("conferenceId"));
        }

        @Override
        public void write(SccpWriter out) {
            out.u32(conferenceId);
        }
    }

    /**
     * A conference shall be made.
     *
     * @param conferenceId the media session
     * @param reservedParticipants places to reserve
     * @param resourceType 0 conference, 1 IVR
     * @param applicationId the application that wants it
     * @param applicationConferenceId the application's own id
     * @param applicationData the application's own data
     * @param data the data, at most 2000 bytes
     */
    record CreateConferenceReq(
            int conferenceId,
            int reservedParticipants,
            int resourceType,
            int applicationId,
            String applicationConferenceId,
            String applicationData,
            Bytes data)
            implements ServerBridge {
        static CreateConferenceReq read(SccpReader in) {
            return new CreateConferenceReq(
                    in.u32("conferenceId"),
                    in.u32(),
                    in.u32(),
                    in.u32(),
                    in.text(32),
                    in.text(24),
                    in.bytes(in.count("dataLength", 1)));
        }

        @Override
        public void write(SccpWriter out) {
            out.u32(conferenceId).u32(reservedParticipants).u32(resourceType).u32(applicationId);
            out.text(32, applicationConferenceId)
                    .text(24, applicationData)
                    .u32(data.length())
                    .bytes(data);
        }
    }

    /**
     * A conference shall end.
     *
     * @param conferenceId the media session
     */
    record DeleteConferenceReq(int conferenceId) implements ServerBridge {
        static DeleteConferenceReq read(SccpReader in) {
            return new DeleteConferenceReq(in.u32("conferenceId"));
        }

        @Override
        public void write(SccpWriter out) {
            out.u32(conferenceId);
        }
    }

    /**
     * A conference shall change.
     *
     * @param conferenceId the media session
     * @param reservedParticipants places to reserve
     * @param applicationId the application that wants it
     * @param applicationConferenceId the application's own id
     * @param applicationData the application's own data
     * @param data the data, at most 2000 bytes
     */
    record ModifyConferenceReq(
            int conferenceId,
            int reservedParticipants,
            int applicationId,
            String applicationConferenceId,
            String applicationData,
            Bytes data)
            implements ServerBridge {
        static ModifyConferenceReq read(SccpReader in) {
            return new ModifyConferenceReq(
                    in.u32("conferenceId"),
                    in.u32(),
                    in.u32(),
                    in.text(32),
                    in.text(24),
                    in.bytes(in.count("dataLength", 1)));
        }

        @Override
        public void write(SccpWriter out) {
            out.u32(conferenceId).u32(reservedParticipants).u32(applicationId).text(32, applicationConferenceId);
            out.text(24, applicationData).u32(data.length()).bytes(data);
        }
    }

    /**
     * A party joins a conference.
     *
     * @param conferenceId the media session
     * @param callReference the call, 0 for none
     * @param restrictions bits of what must not be shown
     * @param participantName the party's name
     * @param participantNumber the party's number
     * @param conferenceName the conference's name
     */
    record AddParticipantReq(
            int conferenceId,
            int callReference,
            int restrictions,
            String participantName,
            String participantNumber,
            String conferenceName)
            implements ServerBridge {
        static AddParticipantReq read(SccpReader in) {
            return new AddParticipantReq(
                    in.u32("conferenceId"), in.u32(), in.u32(), in.text(40), in.text(24), in.text(32));
        }

        @Override
        public void write(SccpWriter out) {
            out.u32(conferenceId).u32(callReference).u32(restrictions).text(40, participantName);
            out.text(24, participantNumber).text(32, conferenceName);
        }
    }

    /**
     * A party leaves a conference.
     *
     * @param conferenceId the media session
     * @param callReference the call, 0 for none
     */
    record DropParticipantReq(int conferenceId, int callReference) implements ServerBridge {
        static DropParticipantReq read(SccpReader in) {
            return new DropParticipantReq(in.u32("conferenceId"), in.u32());
        }

        @Override
        public void write(SccpWriter out) {
            out.u32(conferenceId).u32(callReference);
        }
    }

    /** Asks for the conferences of a bridge. */
    record AuditConferenceReq() implements ServerBridge {
        static AuditConferenceReq read(SccpReader in) {
            return new AuditConferenceReq();
        }

        @Override
        public void write(SccpWriter out) {}
    }

    /**
     * Asks for the participants of a conference.
     *
     * @param conferenceId the media session
     */
    record AuditParticipantReq(int conferenceId) implements ServerBridge {
        static AuditParticipantReq read(SccpReader in) {
            return new AuditParticipantReq(in.u32("conferenceId"));
        }

        @Override
        public void write(SccpWriter out) {
            out.u32(conferenceId);
        }
    }

    /**
     * A party of a conference has changed.
     *
     * @param conferenceId the media session
     * @param callReference the call, 0 for none
     * @param restrictions bits of what must not be shown
     * @param participantName the party's name
     * @param participantNumber the party's number
     * @param conferenceName the conference's name
     */
    record ChangeParticipantReq(
            int conferenceId,
            int callReference,
            int restrictions,
            String participantName,
            String participantNumber,
            String conferenceName)
            implements ServerBridge {
        static ChangeParticipantReq read(SccpReader in) {
            return new ChangeParticipantReq(
                    in.u32("conferenceId"), in.u32(), in.u32(), in.text(40), in.text(24), in.text(32));
        }

        @Override
        public void write(SccpWriter out) {
            out.u32(conferenceId).u32(callReference).u32(restrictions).text(40, participantName);
            out.text(24, participantNumber).text(32, conferenceName);
        }
    }

    /**
     * Wait for a reservation.
     *
     * @param conferenceId the media session
     * @param callReference the call, 0 for none
     * @param passThroughPartyId the stream
     * @param remoteAddress the other end of the stream
     * @param remotePort the port there
     * @param parameters the message's own words, not needed for phones
     */
    record QosListen(
            int conferenceId,
            int callReference,
            int passThroughPartyId,
            MediaAddress remoteAddress,
            int remotePort,
            Bytes parameters)
            implements ServerBridge {
        static QosListen read(SccpReader in) {
            return new QosListen(in.u32("conferenceId"), in.u32(), in.u32(), in.address(4), in.u32(), in.rest());
        }

        @Override
        public void write(SccpWriter out) {
            out.u32(conferenceId).u32(callReference).u32(passThroughPartyId).address(remoteAddress);
            out.u32(remotePort).bytes(parameters);
        }
    }

    /**
     * Announce a reservation.
     *
     * @param conferenceId the media session
     * @param callReference the call, 0 for none
     * @param passThroughPartyId the stream
     * @param remoteAddress the other end of the stream
     * @param remotePort the port there
     * @param parameters the message's own words, not needed for phones
     */
    record QosPath(
            int conferenceId,
            int callReference,
            int passThroughPartyId,
            MediaAddress remoteAddress,
            int remotePort,
            Bytes parameters)
            implements ServerBridge {
        static QosPath read(SccpReader in) {
            return new QosPath(in.u32("conferenceId"), in.u32(), in.u32(), in.address(4), in.u32(), in.rest());
        }

        @Override
        public void write(SccpWriter out) {
            out.u32(conferenceId).u32(callReference).u32(passThroughPartyId).address(remoteAddress);
            out.u32(remotePort).bytes(parameters);
        }
    }

    /**
     * Give up a reservation.
     *
     * @param conferenceId the media session
     * @param callReference the call, 0 for none
     * @param passThroughPartyId the stream
     * @param remoteAddress the other end of the stream
     * @param remotePort the port there
     * @param parameters the message's own words, not needed for phones
     */
    record QosTeardown(
            int conferenceId,
            int callReference,
            int passThroughPartyId,
            MediaAddress remoteAddress,
            int remotePort,
            Bytes parameters)
            implements ServerBridge {
        static QosTeardown read(SccpReader in) {
            return new QosTeardown(in.u32("conferenceId"), in.u32(), in.u32(), in.address(4), in.u32(), in.rest());
        }

        @Override
        public void write(SccpWriter out) {
            out.u32(conferenceId).u32(callReference).u32(passThroughPartyId).address(remoteAddress);
            out.u32(remotePort).bytes(parameters);
        }
    }

    /**
     * Mark a stream differently.
     *
     * @param conferenceId the media session
     * @param callReference the call, 0 for none
     * @param passThroughPartyId the stream
     * @param remoteAddress the other end of the stream
     * @param remotePort the port there
     * @param parameters the message's own words, not needed for phones
     */
    record UpdateDscp(
            int conferenceId,
            int callReference,
            int passThroughPartyId,
            MediaAddress remoteAddress,
            int remotePort,
            Bytes parameters)
            implements ServerBridge {
        static UpdateDscp read(SccpReader in) {
            return new UpdateDscp(in.u32("conferenceId"), in.u32(), in.u32(), in.address(4), in.u32(), in.rest());
        }

        @Override
        public void write(SccpWriter out) {
            out.u32(conferenceId).u32(callReference).u32(passThroughPartyId).address(remoteAddress);
            out.u32(remotePort).bytes(parameters);
        }
    }

    /**
     * Change a reservation.
     *
     * @param conferenceId the media session
     * @param callReference the call, 0 for none
     * @param passThroughPartyId the stream
     * @param remoteAddress the other end of the stream
     * @param remotePort the port there
     * @param parameters the message's own words, not needed for phones
     */
    record QosModify(
            int conferenceId,
            int callReference,
            int passThroughPartyId,
            MediaAddress remoteAddress,
            int remotePort,
            Bytes parameters)
            implements ServerBridge {
        static QosModify read(SccpReader in) {
            return new QosModify(in.u32("conferenceId"), in.u32(), in.u32(), in.address(4), in.u32(), in.rest());
        }

        @Override
        public void write(SccpWriter out) {
            out.u32(conferenceId).u32(callReference).u32(passThroughPartyId).address(remoteAddress);
            out.u32(remotePort).bytes(parameters);
        }
    }
}
